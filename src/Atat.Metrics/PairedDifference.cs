namespace Atat.Metrics;

/// <summary>Difference of two scores on the same objects.</summary>
/// <param name="Difference">First minus second, with its interval.</param>
/// <param name="PValue">Two-sided: twice the smaller share of resamples in which the difference is at most, or at least, zero (at most 1).</param>
public readonly record struct PairedDifference(Interval Difference, double PValue);
