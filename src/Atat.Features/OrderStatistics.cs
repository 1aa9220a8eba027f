namespace Atat.Features;

/// <summary>Medians and percentiles of sorted values, and of values to be sorted; percentiles interpolate at q (N - 1).</summary>
internal static class OrderStatistics
{
    /// <summary>Median of sorted values; NaN of none.</summary>
    public static double Median(ReadOnlySpan<double> sorted) =>
        sorted.IsEmpty ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>Percentile of sorted values; NaN of none.</summary>
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double Percentile(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
