namespace Atat.LightCurves.Summaries;

/// <summary>The observations in one passband.</summary>
/// <param name="Name">Name of the passband.</param>
/// <param name="Wavelength">Effective wavelength in Å; NaN where unknown.</param>
/// <param name="Observations">All of them.</param>
/// <param name="Detections">Those that are detections.</param>
public sealed record BandSummary(string Name, double Wavelength, long Observations, long Detections);
