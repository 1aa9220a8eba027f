using System.Collections.Immutable;
using Atat.Forests.Walking;
using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>
/// Balanced random forest (Chen, Liaw and Breiman 2004; Breiman 2001): every tree sees equally many objects of all classes. Probabilities are the mean of
/// the class shares of the leaves, as scikit-learn's. Immutable.
/// </summary>
public sealed class BalancedForest : IPreparedForest
{
    /// <summary>Most trees.</summary>
    public const int MaxTrees = 1 << 16;

    /// <summary>Most classes.</summary>
    public const int MaxClasses = 255;

    /// <summary>Most features.</summary>
    public const int MaxFeatures = 1 << 14;

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

    /// <summary>Number of nodes of all trees, leaves among them.</summary>
    public int NodeCount => Trees.Nodes.Length;

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
    public void Predict(ReadOnlySpan<float> row, Span<float> probabilities) => RowPrediction.Predict(this, row, probabilities);

    /// <inheritdoc/>
    public float[] PredictAll(FeatureMatrix features, int[] rows, int threads) => RowPrediction.PredictAll(this, features, rows, threads);

    /// <inheritdoc cref="IPreparedForest.PredictPrepared"/>
    internal void PredictPrepared(ReadOnlySpan<int> prepared, Span<float> probabilities)
    {
        Span<uint> sums = stackalloc uint[Classes];
        sums.Clear();
        ForestWalk.Add(Trees, prepared, [0], sums);
        Normalise(sums, probabilities);
    }

    /// <inheritdoc cref="IPreparedForest.PredictBlock"/>
    internal void PredictBlock(ObjectBlock block, ReadOnlySpan<int> objects, Span<float> probabilities)
    {
        var sums = new uint[probabilities.Length];
        block.Add(Trees, objects, sums);
        foreach (var i in objects)
        {
            Normalise(sums.AsSpan(i * Classes, Classes), probabilities.Slice(i * Classes, Classes));
        }
    }

    void IPreparedForest.PredictPrepared(ReadOnlySpan<int> prepared, Span<float> probabilities) => PredictPrepared(prepared, probabilities);

    void IPreparedForest.PredictBlock(ObjectBlock block, ReadOnlySpan<int> objects, Span<float> probabilities) => PredictBlock(block, objects, probabilities);

    private void Normalise(ReadOnlySpan<uint> sums, Span<float> probabilities)
    {
        var whole = (double)LeafShares.Whole * TreeCount;
        for (var c = 0; c < sums.Length; c++)
        {
            probabilities[c] = (float)(sums[c] / whole);
        }
    }
}
