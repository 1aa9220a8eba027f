namespace Atat.Features;

/// <summary>The inter-quartile range of each band.</summary>
public static class InterquartileRange
{
    /// <summary>What is computed.</summary>
    public static FeatureFamily Family { get; } = new(
        "IQR",
        "Spread of a band that outliers do not touch.",
        "Sánchez-Sáez et al. 2021; thesis section 4.4.2",
        FeatureScope.Band,
        [new("iqr", "75th minus 25th percentile of f", "flux", 1)]);

    /// <summary>Computes it.</summary>
    /// <param name="sorted">Brightness, ascending.</param>
    public static double Compute(ReadOnlySpan<double> sorted) =>
        OrderStatistics.Percentile(sorted, 0.75) - OrderStatistics.Percentile(sorted, 0.25);
}
