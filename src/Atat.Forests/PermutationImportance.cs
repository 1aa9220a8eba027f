using System.Collections.Immutable;
using Atat.Forests.Growing;
using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>
/// How much the score of a forest falls where the values of a column, or of a group of columns together, are exchanged among rows (Breiman 2001, section 10). On rows that were not trained on,
/// a column of noise has an importance of about 0, which decreases of impurity do not give it; columns that tell the same hide each other, which their group shows.
/// </summary>
public static class PermutationImportance
{
    /// <summary>Measures.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="features">Rows that it was not trained on, all of which count.</param>
    /// <param name="groups">Columns that are permuted together.</param>
    /// <param name="score">Score of probabilities, (rows, classes), row-major: higher is better. Called on several threads.</param>
    /// <param name="settings">How often, with what seed.</param>
    /// <param name="progress">Told the share of permutations that are done.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>One for each group.</returns>
    /// <exception cref="InputException">There are too few permutations, or no rows.</exception>
    /// <exception cref="ArgumentException">The number of columns is not that of the forest, or the rows are no whole number of blocks.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<ScoreDrop> Of(IForest forest, FeatureMatrix features, ImmutableArray<ImmutableArray<int>> groups, Func<float[], double> score, PermutationSettings settings, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        settings.Check(features.Rows);
        int[] rows = [.. Enumerable.Range(0, features.Rows)];
        var whole = score(forest.PredictAll(features, rows, settings.Threads));
        var drops = new double[groups.Length * settings.Repeats];
        var done = 0;
        Parallel.For(0, drops.Length, Workers.Options(settings.Threads, cancellation), job =>
        {
            var permuted = features.Rearranged(groups[job / settings.Repeats], Permutation(rows, settings, job));
            drops[job] = whole - score(forest.PredictAll(permuted, rows, threads: 1));
            progress?.Report(Interlocked.Increment(ref done) / (double)drops.Length);
        });
        return [.. drops.Chunk(settings.Repeats).Select(Drop)];
    }

    private static int[] Permutation(int[] rows, PermutationSettings settings, int job)
    {
        var from = (int[])rows.Clone();
        var block = settings.Block > 0 ? settings.Block : from.Length;
        for (var first = 0; first < from.Length; first += block)
        {
            // Every block alike, so that the rows of an object in several blocks take the values of one other object.
            var random = new SplitMix64(settings.Seed, job);
            random.Choose(from.AsSpan(first, block), block);
        }

        return from;
    }

    private static ScoreDrop Drop(double[] drops)
    {
        var mean = drops.Average();
        return new ScoreDrop(mean, Math.Sqrt(drops.Sum(drop => (drop - mean) * (drop - mean)) / (drops.Length - 1)));
    }
}
