using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Exotics;

/// <summary>
/// Calcium-rich transient: little ejecta with little nickel, so faint (-15.5 to -16.5 in R), risen in 9 to 15 days and as soon gone, far
/// out of old galaxies (Kasliwal et al. 2012; Lunnan et al. 2017; De et al. 2020).
/// </summary>
public static class CalciumRich
{
    private const double LastPhase = 150;

    private static readonly VolumetricRate Rate = new(0.2, _ => 1);

    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var curve = Curve(random);
        var redshift = Math.Max(0.005, Rate.Draw(random));
        var explosion = Explosions.Draw(timeline, 40, random);
        return new ThermalTransient(redshift, explosion, random.NextExponential(0.05), Photospheres.Stripped, LastPhase, curve).IfVisible();
    }

    /// <summary>Draws a light curve.</summary>
    internal static ThermalCurve Curve(Random random)
    {
        var mass = random.NextNormal(0.45, 0.15, 0.2, 0.9);
        var velocity = random.NextNormal(9000, 1500, 6000, 12500) * 1e5;
        var nickel = Math.Clamp(random.NextLogNormal(0.026, 0.13), 0.008, 0.08);
        return Diffusion.Curve(
            phase => Diffusion.Nickel(nickel, phase),
            Diffusion.Time(mass, velocity, 0.1),
            velocity,
            random.NextNormal(4600, 350, 3600, 5800),
            LastPhase,
            random.NextNormal(28, 6, 15, 45));
    }
}
