using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Atat.Forests.Walking;
using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>
/// Balanced random forest (Chen, Liaw and Breiman 2004; Breiman 2001): every tree sees equally many objects of all classes. Probabilities are the mean of
/// the class shares of the leaves, as scikit-learn's. Immutable.
/// </summary>
public sealed class BalancedForest : IForest
{
    /// <summary>Most trees.</summary>
    public const int MaxTrees = 1 << 16;

    /// <summary>Most classes.</summary>
    public const int MaxClasses = NodeFormat.Mixed;

    /// <summary>Most features.</summary>
    public const int MaxFeatures = 8191;

    internal BalancedForest(ForestTrees trees, ImmutableArray<double> importances)
    {
        Trees = trees;
        Importances = importances;
    }

    /// <inheritdoc/>
    public int Features => Trees.Features;

    /// <inheritdoc/>
    public int Classes => Trees.Classes;

    /// <summary>Number of trees.</summary>
    public int TreeCount => Trees.Roots.Length;

    /// <summary>Bytes that its nodes and shares take in memory.</summary>
    public long Size => ((long)sizeof(uint) * Trees.Nodes.Length) + ((long)sizeof(ushort) * Trees.Shares.Length);

    /// <summary>Mean decrease of impurity by each feature, summing to 1 (Breiman 2001); all 0 where no tree has a split.</summary>
    public ImmutableArray<double> Importances { get; }

    /// <summary>The trees.</summary>
    internal ForestTrees Trees { get; }

    /// <summary>Trains a forest.</summary>
    /// <param name="features">Features of all objects.</param>
    /// <param name="rows">Rows to train on.</param>
    /// <param name="classes">Class of each of <paramref name="rows"/>, from 0.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="settings">How it is grown.</param>
    /// <param name="progress">Told the share of trees that are done.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <exception cref="InputException">A class has no row, there are too many classes, features or objects, or a setting is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BalancedForest Train(FeatureMatrix features, int[] rows, int[] classes, int classCount, ForestSettings settings, IProgress<double>? progress, CancellationToken cancellation) =>
        ForestTraining.Train(features, rows, classes, [.. Enumerable.Range(0, classCount).Select(c => $"{c}")], settings, progress, cancellation);

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Predict(ReadOnlySpan<float> row, Span<float> probabilities)
    {
        RowPrediction.Check(this, row, probabilities);
        Span<short> prepared = stackalloc short[CodeTable.Lead + Trees.Table.PreparedLength];
        Span<uint> sums = stackalloc uint[Classes];
        sums.Clear();
        Trees.Table.Prepare(row, prepared[CodeTable.Lead..]);
        ForestWalk.Add(Trees, prepared, 1, sums);
        Normalise(sums, probabilities);
    }

    /// <inheritdoc/>
    public float[] PredictAll(FeatureMatrix features, int[] rows, int threads) => RowPrediction.PredictAll(this, PredictBlock, features, rows, threads);

    /// <summary>Class probabilities of at most <see cref="RowPrediction.RowsOfBlock"/> objects: (rows, classes).</summary>
    internal void PredictBlock(FeatureMatrix features, ReadOnlySpan<int> rows, Span<float> probabilities)
    {
        var prepared = ArrayPool<short>.Shared.Rent(CodeTable.Lead + (rows.Length * Trees.Table.PreparedLength));
        var sums = new uint[rows.Length * Classes];
        Trees.Table.Prepare(features, rows, prepared.AsSpan(CodeTable.Lead));
        ForestWalk.Add(Trees, prepared, rows.Length, sums);
        Normalise(sums, probabilities);
        ArrayPool<short>.Shared.Return(prepared);
    }

    private void Normalise(ReadOnlySpan<uint> sums, Span<float> probabilities)
    {
        var whole = (double)LeafShares.Whole * TreeCount;
        for (var c = 0; c < sums.Length; c++)
        {
            probabilities[c] = (float)(sums[c] / whole);
        }
    }
}
