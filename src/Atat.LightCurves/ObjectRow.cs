namespace Atat.LightCurves;

/// <summary>What is known of an object beside its light curve, on its way into a <see cref="CatalogBuilder"/>.</summary>
/// <param name="Id">Identifier, not empty.</param>
/// <param name="Label">Label as in the data; null where unlabelled.</param>
/// <param name="RightAscension">Right ascension in degrees; NaN if unknown.</param>
/// <param name="Declination">Declination in degrees; NaN if unknown.</param>
/// <param name="Partition">Part of the split.</param>
/// <param name="Fold">0-based fold, -1 outside training.</param>
public sealed record ObjectRow(
    string Id,
    string? Label = null,
    double RightAscension = double.NaN,
    double Declination = double.NaN,
    Partition Partition = Partition.None,
    int Fold = -1);
