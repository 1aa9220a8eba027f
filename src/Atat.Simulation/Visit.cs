namespace Atat.Simulation;

/// <summary>One exposure of a field.</summary>
/// <param name="Mjd">Time in days.</param>
/// <param name="Band">Index of the passband.</param>
/// <param name="Sky">Standard deviation of an empty aperture, FLUXCAL.</param>
public readonly record struct Visit(double Mjd, byte Band, double Sky);
