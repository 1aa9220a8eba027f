namespace Atat.Metrics;

/// <summary>Correlations of two quantities that are measured of the same things.</summary>
public static class Correlation
{
    /// <summary>Pearson's coefficient: how near the quantities are to a line.</summary>
    /// <param name="x">First quantity, (N).</param>
    /// <param name="y">Second quantity, (N).</param>
    /// <returns>-1 … 1; NaN where one does not vary, or a value is NaN.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"{x.Length} and {y.Length} values.", nameof(y));
        }

        var (meanX, meanY) = (Mean(x), Mean(y));
        double xx = 0, xy = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            (xx, xy, yy) = (xx + (dx * dx), xy + (dx * dy), yy + (dy * dy));
        }

        return xx > 0 && yy > 0 ? Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1) : double.NaN;
    }

    /// <summary>Spearman's coefficient: Pearson's of the ranks, which is 1 wherever one quantity rises with the other. Equal values share the mean of their ranks.</summary>
    /// <param name="x">First quantity, (N).</param>
    /// <param name="y">Second quantity, (N).</param>
    /// <returns>-1 … 1; NaN where one does not vary.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN.</exception>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Pearson(Ranks(x), Ranks(y));

    /// <summary>Ranks from 1, ascending; equal values share the mean of theirs.</summary>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    private static double[] Ranks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        if (Array.Exists(sorted, double.IsNaN))
        {
            throw new ArgumentException("A value is NaN, which has no rank.", nameof(values));
        }

        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }

            start = end;
        }

        return ranks;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
