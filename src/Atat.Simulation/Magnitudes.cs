namespace Atat.Simulation;

/// <summary>Magnitudes and SNANA's FLUXCAL.</summary>
public static class Magnitudes
{
    /// <summary>Magnitude of unit flux.</summary>
    public const double ZeroPoint = 27.5;

    /// <summary>Flux of a magnitude.</summary>
    public static double ToFlux(double magnitude) => Math.Pow(10, -0.4 * (magnitude - ZeroPoint));
}
