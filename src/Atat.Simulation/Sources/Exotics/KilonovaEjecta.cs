using Atat.Simulation.Light;
using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Exotics;

/// <summary>
/// Ejecta of a neutron-star merger, heated by the r-process: radioactive power of Korobkin et al. (2012, equation 4), thermalised as
/// Barnes et al. (2016, equation 34) find, diffusing through a grey opacity that lanthanides raise (Metzger 2019, table 1).
/// </summary>
/// <param name="Mass">Mass in solar masses.</param>
/// <param name="Velocity">Velocity over that of light.</param>
/// <param name="Lanthanides">Mass fraction of lanthanides.</param>
public sealed record KilonovaEjecta(double Mass, double Velocity, double Lanthanides)
{
    private static readonly Photosphere Poor = new(3800, 2);
    private static readonly Photosphere Some = new(5000, 2.5);
    private static readonly Photosphere Rich = new(7500, 3);

    /// <summary>Grey opacity in cm²/g: 0.5 without lanthanides, 10 with a tenth.</summary>
    public double Opacity => 0.5 + (9.5 * Math.Pow(Math.Clamp(Lanthanides / 0.05, 0, 1), 0.45));

    /// <summary>Spectrum: lanthanides blanket the optical.</summary>
    internal Photosphere Photosphere => Lanthanides switch { < 3e-4 => Poor, < 5e-3 => Some, _ => Rich };

    /// <summary>Light per unit of the whole sphere.</summary>
    /// <param name="share">Share of the light that goes the observer's way.</param>
    internal ThermalCurve Curve(double share)
    {
        const double lastPhase = 30;
        var velocity = Velocity * Units.SpeedOfLight;
        var floor = Lanthanides switch { < 3e-4 => 3800, < 5e-3 => 3100, _ => 2500 };
        return Diffusion.Curve(phase => share * Heating(phase), Diffusion.Time(Mass, velocity, Opacity), velocity, floor, lastPhase);
    }

    private double Heating(double phase)
    {
        var seconds = phase * Units.Day;
        var released = 4e18 * Math.Pow(0.5 - (Math.Atan((seconds - 1.3) / 0.11) / Math.PI), 1.3);
        var trapping = 2 * 0.17 * Math.Pow(phase, 0.74);
        var thermal = 0.36 * (Math.Exp(-0.56 * phase) + (Math.Log(1 + trapping) / trapping));
        return Mass * Units.SolarMass * released * thermal;
    }
}
