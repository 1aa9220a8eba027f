using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>
/// Balanced hierarchical random forest (Sánchez-Sáez et al. 2021, adapted as in thesis section 4.4.1): a forest tells the branches apart, one for each branch its classes;
/// a class has the product of both probabilities. A branch of one class has no forest, and where there is one branch only, there is none at the top. Immutable.
/// </summary>
public sealed class HierarchicalForest : IForest
{
    internal HierarchicalForest(Hierarchy hierarchy, int features, BalancedForest? top, ImmutableArray<BalancedForest?> branches)
    {
        Hierarchy = hierarchy;
        Features = features;
        Top = top;
        Branches = branches;
    }

    /// <summary>Classes and their branches.</summary>
    public Hierarchy Hierarchy { get; }

    /// <inheritdoc/>
    public int Features { get; }

    /// <inheritdoc/>
    public int Classes => Hierarchy.Classes.Length;

    /// <summary>The forest that tells branches apart; null where there is one branch only.</summary>
    public BalancedForest? Top { get; }

    /// <summary>The forest of each of the hierarchy's branches; null for a branch of one class.</summary>
    public ImmutableArray<BalancedForest?> Branches { get; }

    /// <summary>Trains the forests.</summary>
    /// <param name="features">Features of all objects.</param>
    /// <param name="rows">Rows to train on.</param>
    /// <param name="classes">Class of each of <paramref name="rows"/>, from 0, in the order of the hierarchy's.</param>
    /// <param name="hierarchy">Classes and their branches.</param>
    /// <param name="settings">How the forests are grown.</param>
    /// <param name="progress">Told the share of trees that are done.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <exception cref="InputException">A class has no row, there are too many classes, features or objects, or a setting is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static HierarchicalForest Train(FeatureMatrix features, int[] rows, int[] classes, Hierarchy hierarchy, HierarchicalSettings settings, IProgress<double>? progress, CancellationToken cancellation) =>
        HierarchicalTraining.Train(features, rows, classes, hierarchy, settings, progress, cancellation);

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> row, Span<float> probabilities)
    {
        RowPrediction.Check(this, row, probabilities);
        Span<float> ofBranch = stackalloc float[Branches.Length];
        Span<float> within = stackalloc float[Classes];
        ofBranch[0] = 1;
        Top?.Predict(row, ofBranch);
        probabilities.Clear();
        for (var b = 0; b < Branches.Length; b++)
        {
            // Nothing times anything is nothing: the branch's forest need not be asked.
            if (ofBranch[b] > 0)
            {
                var members = Hierarchy.Members[b];
                within[0] = 1;
                Branches[b]?.Predict(row, within[..members.Length]);
                Multiply(ofBranch[b], within, members, probabilities);
            }
        }
    }

    /// <inheritdoc/>
    public float[] PredictAll(FeatureMatrix features, int[] rows, int threads) => RowPrediction.PredictAll(this, PredictBlock, features, rows, threads);

    private void PredictBlock(FeatureMatrix features, ReadOnlySpan<int> rows, Span<float> probabilities)
    {
        var ofBranch = new float[rows.Length * Branches.Length];
        Array.Fill(ofBranch, 1);
        Top?.PredictBlock(features, rows, ofBranch);
        for (var b = 0; b < Branches.Length; b++)
        {
            var members = Hierarchy.Members[b];
            int[] asked = [.. Enumerable.Range(0, rows.Length).Where(i => ofBranch[(i * Branches.Length) + b] > 0)];
            var within = new float[asked.Length * members.Length];
            Array.Fill(within, 1);
            var rowsAsked = new int[asked.Length];
            for (var i = 0; i < asked.Length; i++)
            {
                rowsAsked[i] = rows[asked[i]];
            }

            Branches[b]?.PredictBlock(features, rowsAsked, within);
            for (var i = 0; i < asked.Length; i++)
            {
                Multiply(ofBranch[(asked[i] * Branches.Length) + b], within.AsSpan(i * members.Length, members.Length), members, probabilities.Slice(asked[i] * Classes, Classes));
            }
        }
    }

    private static void Multiply(float ofBranch, ReadOnlySpan<float> within, ImmutableArray<int> members, Span<float> probabilities)
    {
        for (var c = 0; c < members.Length; c++)
        {
            probabilities[members[c]] = ofBranch * within[c];
        }
    }
}
