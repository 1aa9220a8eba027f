namespace Atat.LightCurves;

/// <summary>A photometric filter of a survey.</summary>
/// <param name="Name">Name as the survey writes it, case-sensitive: <c>u g r i z Y</c>.</param>
/// <param name="Wavelength">Effective wavelength in Å; NaN where unknown.</param>
public sealed record Passband(string Name, double Wavelength);
