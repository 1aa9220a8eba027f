namespace Atat.LightCurves.Tests;

/// <summary>One observation of a light curve made for a test.</summary>
public sealed record Observation(double Mjd, bool Detected = false, bool Saturated = false, byte Band = 0, float Flux = 1, float FluxError = 0.5f);
