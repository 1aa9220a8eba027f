namespace Atat.Metrics;

/// <summary>
/// Percentile bootstrap over objects (Efron 1979): objects are drawn with replacement, all days of an object together, and the scores
/// computed anew. The same seed gives the same resamples, so scores of two classifiers can be paired.
/// </summary>
public sealed class Bootstrap
{
    private readonly int[] pool;
    private readonly int[] stratumEnds;

    /// <summary>Prepares resamples of N objects.</summary>
    /// <param name="objectCount">Number of objects, N.</param>
    /// <param name="resamples">Number of resamples.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="strata">Stratum of each object, (N): every resample keeps the strata's sizes. Empty = one stratum.</param>
    /// <exception cref="ArgumentException">The number of strata is not N.</exception>
    public Bootstrap(int objectCount, int resamples, int seed, ReadOnlySpan<int> strata = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(objectCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        if (!strata.IsEmpty && strata.Length != objectCount)
        {
            throw new ArgumentException($"{strata.Length} strata for {objectCount} objects.", nameof(strata));
        }

        var keys = strata.IsEmpty ? new int[objectCount] : strata.ToArray();
        pool = [.. Enumerable.Range(0, objectCount).OrderBy(i => keys[i])];
        stratumEnds = [.. Enumerable.Range(1, objectCount).Where(i => i == objectCount || keys[pool[i]] != keys[pool[i - 1]])];
        Resamples = resamples;
        Seed = seed;
    }

    /// <summary>Number of objects, N.</summary>
    public int ObjectCount => pool.Length;

    /// <summary>Number of resamples.</summary>
    public int Resamples { get; }

    /// <summary>Seed of the draws.</summary>
    public int Seed { get; }

    /// <summary>Computes scores on the sample and on every resample, and an interval for each.</summary>
    /// <param name="scoreCount">How many scores <paramref name="compute"/> writes.</param>
    /// <param name="compute">Computes all scores of one resample; NaN where a score is undefined in it.</param>
    /// <param name="level">Share of resamples within the interval.</param>
    /// <returns>Intervals, (scoreCount); NaN ends where a score is undefined in all resamples.</returns>
    public Interval[] Intervals(int scoreCount, WeightedScores compute, double level = 0.95)
    {
        var (estimates, draws) = Run(scoreCount, compute);
        var intervals = new Interval[scoreCount];
        for (var s = 0; s < scoreCount; s++)
        {
            var values = Column(draws, scoreCount, s);
            intervals[s] = new Interval(estimates[s], Quantile(values, (1 - level) / 2), Quantile(values, (1 + level) / 2));
        }

        return intervals;
    }

    /// <summary>Interval and two-sided p-value of the difference between two scores on the same objects.</summary>
    /// <param name="compute">Writes the first classifier's score, then the second's.</param>
    /// <param name="level">Share of resamples within the interval.</param>
    public PairedDifference Difference(WeightedScores compute, double level = 0.95) => Differences(1, compute, level)[0];

    /// <summary>Intervals and two-sided p-values of the differences between several scores of two classifiers on the same objects.</summary>
    /// <param name="scoreCount">How many scores are compared.</param>
    /// <param name="compute">Writes the first classifier's scores, then the second's; NaN where a score is undefined in a resample.</param>
    /// <param name="level">Share of resamples within the interval.</param>
    /// <returns>First minus second, (scoreCount); NaN where a score is undefined in all resamples.</returns>
    public PairedDifference[] Differences(int scoreCount, WeightedScores compute, double level = 0.95)
    {
        var (estimates, draws) = Run(2 * scoreCount, compute);
        var differences = new PairedDifference[scoreCount];
        for (var s = 0; s < scoreCount; s++)
        {
            var sorted = Difference(draws, scoreCount, s);
            var notAbove = (double)sorted.Count(d => d <= 0) / sorted.Length;
            var notBelow = (double)sorted.Count(d => d >= 0) / sorted.Length;
            var interval = new Interval(estimates[s] - estimates[scoreCount + s], Quantile(sorted, (1 - level) / 2), Quantile(sorted, (1 + level) / 2));
            differences[s] = new PairedDifference(interval, Math.Min(1, 2 * Math.Min(notAbove, notBelow)));
        }

        return differences;
    }

    // Estimates (scoreCount) and draws, row-major (Resamples, scoreCount).
    private (double[] Estimates, double[] Draws) Run(int scoreCount, WeightedScores compute)
    {
        var counts = new int[ObjectCount];
        Array.Fill(counts, 1);
        var estimates = new double[scoreCount];
        compute(counts, estimates);
        var draws = new double[Resamples * scoreCount];
        var random = new SplitMix64((ulong)Seed);
        for (var r = 0; r < Resamples; r++)
        {
            Draw(ref random, counts);
            compute(counts, draws.AsSpan(r * scoreCount, scoreCount));
        }

        return (estimates, draws);
    }

    private void Draw(ref SplitMix64 random, int[] counts)
    {
        Array.Clear(counts);
        var start = 0;
        foreach (var end in stratumEnds)
        {
            for (var i = start; i < end; i++)
            {
                counts[pool[start + random.Below(end - start)]]++;
            }

            start = end;
        }
    }

    private static double[] Column(double[] draws, int width, int column)
    {
        var values = new double[draws.Length / width];
        for (var r = 0; r < values.Length; r++)
        {
            values[r] = draws[(r * width) + column];
        }

        return Sorted(values);
    }

    private static double[] Difference(double[] draws, int scoreCount, int score)
    {
        var values = new double[draws.Length / (2 * scoreCount)];
        for (var r = 0; r < values.Length; r++)
        {
            values[r] = draws[(2 * scoreCount * r) + score] - draws[(2 * scoreCount * r) + scoreCount + score];
        }

        return Sorted(values);
    }

    private static double[] Sorted(double[] values)
    {
        var defined = Array.FindAll(values, v => !double.IsNaN(v));
        Array.Sort(defined);
        return defined;
    }

    // Linear between order statistics (Hyndman and Fan's type 7, numpy's default).
    private static double Quantile(double[] sorted, double probability)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var place = probability * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
