using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Exotics;

/// <summary>
/// Pair-instability supernova: up to tens of solar masses of nickel within 60 to 200 of ejecta (Kasen, Woosley and Heger 2011, tables 1 and 2),
/// hence months of rise and a red, long light curve.
/// </summary>
public static class PairInstability
{
    private const double LastPhase = 700;

    private static readonly VolumetricRate Rate = new(2, VolumetricRate.StarFormation);

    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var curve = Curve(random);
        var redshift = Math.Max(0.03, Rate.Draw(random));
        var explosion = Explosions.Draw(timeline, 350 * (1 + redshift), random);
        return new ThermalTransient(redshift, explosion, random.NextExponential(0.15), Photospheres.Stripped, LastPhase, curve).IfVisible();
    }

    /// <summary>Draws a light curve.</summary>
    internal static ThermalCurve Curve(Random random)
    {
        var mass = random.NextUniform(70, 190);

        // Nickel rises steeply with the mass of the core.
        var nickel = 0.6 * Math.Pow(mass / 80, 4.2) * Math.Pow(10, random.NextNormal(0, 0.2));
        var velocity = random.NextNormal(7500, 1200, 5000, 11000) * 1e5;
        return Diffusion.Curve(
            phase => Diffusion.Nickel(Math.Min(nickel, 40), phase),
            Diffusion.Time(mass, velocity, 0.09),
            velocity,
            random.NextNormal(5200, 500, 4000, 7000),
            LastPhase);
    }
}
