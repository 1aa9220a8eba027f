namespace Atat.Simulation;

/// <summary>AB magnitudes and SNANA's FLUXCAL.</summary>
public static class Magnitudes
{
    /// <summary>Magnitude of unit flux.</summary>
    public const double ZeroPoint = 27.5;

    /// <summary>Flux density of unit flux, erg/s/cm²/Hz: 3,631 Jy at magnitude 0.</summary>
    public static double UnitFluxDensity { get; } = 3631e-23 * Math.Pow(10, -0.4 * ZeroPoint);

    /// <summary>Flux of a magnitude.</summary>
    public static double ToFlux(double magnitude) => Math.Exp((ZeroPoint - magnitude) * 0.92103403719761834);

    /// <summary>Magnitude of a flux above 0.</summary>
    public static double FromFlux(double flux) => ZeroPoint - (2.5 * Math.Log10(flux));
}
