using System.Collections.Immutable;
using Atat.Forests;

namespace Atat.Training.Trees;

/// <summary>
/// Gradient-boosted trees of all classes (Friedman 2001): the trees of a class sum to its score, and the softmax of the scores is the probabilities.
/// Gives the very scores of LightGBM (Ke et al. 2017), which grows them. Immutable.
/// </summary>
public sealed class BoostedTrees : IForest
{
    private const int RowsOfBlock = 64;

    private readonly BoostedNode[] nodes;
    private readonly int[] roots;

    internal BoostedTrees(int features, int classes, int[] roots, BoostedNode[] nodes, ImmutableArray<double> gains)
    {
        Features = features;
        Classes = classes;
        this.roots = roots;
        this.nodes = nodes;
        Gains = gains;
    }

    /// <inheritdoc/>
    public int Features { get; }

    /// <inheritdoc/>
    public int Classes { get; }

    /// <summary>Rounds of training; each has a tree for every class.</summary>
    public int Rounds => roots.Length / Classes;

    /// <summary>Number of nodes of all trees, leaves among them.</summary>
    public int NodeCount => nodes.Length;

    /// <summary>How much the splits of each feature lowered the loss, in sum.</summary>
    public ImmutableArray<double> Gains { get; }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> row, Span<float> probabilities)
    {
        if (row.Length != Features || probabilities.Length != Classes)
        {
            throw new ArgumentException($"{row.Length} features and {probabilities.Length} probabilities, where the trees have {Features} and {Classes}.", nameof(row));
        }

        Span<double> scores = Classes <= 256 ? stackalloc double[Classes] : new double[Classes];
        scores.Clear();
        Add(row, 1, scores);
        Softmax(scores, probabilities);
    }

    /// <inheritdoc/>
    public float[] PredictAll(FeatureMatrix features, int[] rows, int threads)
    {
        if (features.Columns != Features)
        {
            throw new ArgumentException($"{features.Columns} features, where the trees have {Features}.", nameof(features));
        }

        var probabilities = new float[rows.Length * Classes];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads };
        Parallel.For(0, (rows.Length + RowsOfBlock - 1) / RowsOfBlock, options, block =>
        {
            var first = block * RowsOfBlock;
            var count = Math.Min(RowsOfBlock, rows.Length - first);
            var values = new float[count * Features];
            var scores = new double[count * Classes];
            for (var i = 0; i < count; i++)
            {
                features.CopyRow(rows[first + i], values.AsSpan(i * Features, Features));
            }

            Add(values, count, scores);
            for (var i = 0; i < count; i++)
            {
                Softmax(scores.AsSpan(i * Classes, Classes), probabilities.AsSpan((first + i) * Classes, Classes));
            }
        });
        return probabilities;
    }

    // Every tree is walked for all rows before the next, so that it stays in the cache.
    private void Add(ReadOnlySpan<float> values, int rows, Span<double> scores)
    {
        for (var t = 0; t < roots.Length; t++)
        {
            var c = t % Classes;
            for (var i = 0; i < rows; i++)
            {
                scores[(i * Classes) + c] += Leaf(roots[t], values.Slice(i * Features, Features));
            }
        }
    }

    private double Leaf(int place, ReadOnlySpan<float> row)
    {
        ref readonly var node = ref nodes[place];
        while (node.Feature >= 0)
        {
            var value = row[node.Feature];
            var goesLeft = float.IsFinite(value) ? value <= node.Value : node.Missing switch
            {
                MissingRule.Left => true,
                MissingRule.Right => false,
                _ => node.Value >= 0,
            };
            node = ref nodes[goesLeft ? node.Left : node.Right];
        }

        return node.Value;
    }

    private static void Softmax(Span<double> scores, Span<float> probabilities)
    {
        var largest = double.NegativeInfinity;
        foreach (var score in scores)
        {
            largest = Math.Max(largest, score);
        }

        var sum = 0.0;
        foreach (ref var score in scores)
        {
            score = Math.Exp(score - largest);
            sum += score;
        }

        for (var c = 0; c < scores.Length; c++)
        {
            probabilities[c] = (float)(scores[c] / sum);
        }
    }
}
