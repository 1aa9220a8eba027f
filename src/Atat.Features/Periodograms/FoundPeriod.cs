namespace Atat.Features.Periodograms;

/// <summary>What a period search found.</summary>
/// <param name="Period">Days; NaN where there are too few points.</param>
/// <param name="Power">Power of the multi-band periodogram at it: explained over unexplained variance; NaN without a period.</param>
/// <param name="Points">Observations of the object.</param>
public readonly record struct FoundPeriod(double Period, double Power, int Points);
