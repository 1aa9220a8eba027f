using Atat.Simulation.Light;
using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Exotics;

/// <summary>
/// Hydrogen-poor superluminous supernova: a newborn magnetar heats the ejecta (Kasen and Bildsten 2010), with the distributions of spin,
/// field, mass, energy and temperature that Nicholl et al. (2017, table 3) infer from 38 of them.
/// </summary>
public static class Superluminous
{
    private const double LastPhase = 400;

    // Follows the formation of stars, in young and metal-poor galaxies.
    private static readonly VolumetricRate Rate = new(2.5, VolumetricRate.StarFormation);

    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var curve = Curve(random);
        var redshift = Math.Max(0.03, Rate.Draw(random));
        var explosion = Explosions.Draw(timeline, 150 * (1 + redshift), random);
        return new ThermalTransient(redshift, explosion, random.NextExponential(0.15), Photospheres.Hot, LastPhase, curve).IfVisible();
    }

    /// <summary>Draws a light curve.</summary>
    internal static ThermalCurve Curve(Random random)
    {
        var spin = random.NextNormal(2.4, 0.9, 1, 5); // ms
        var field = random.NextLogNormal(0.75, 0.25); // 1e14 G
        var mass = Math.Clamp(random.NextLogNormal(4.8, 0.23), 1.5, 20);
        var energy = Math.Clamp(random.NextLogNormal(3.9, 0.2), 1.5, 12); // 1e51 erg
        var velocity = Math.Sqrt(2 * energy * 1e51 / (mass * Units.SolarMass));
        var rotation = 2.6e52 / (spin * spin);
        var braking = 1.3e5 * spin * spin / (field * field); // s
        return Diffusion.Curve(
            phase => rotation / braking / Math.Pow(1 + (phase * Units.Day / braking), 2),
            Diffusion.Time(mass, velocity, 0.15),
            velocity,
            random.NextNormal(6500, 900, 4500, 9500),
            LastPhase,
            random.NextNormal(130, 40, 50, 300));
    }
}
