using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Exotics;

/// <summary>
/// Tidal disruption of a star: fallback that declines as time^-5/3 (Rees 1988), a hot photosphere whose temperature hardly changes, and the
/// steep luminosity function of van Velzen (2018, equation 8) with rise times and temperatures of van Velzen et al. (2021).
/// </summary>
public static class TidalDisruption
{
    private const double LastPhase = 600;

    // Inactive galaxies with black holes of the right mass grow rarer with redshift (Kochanek 2016).
    private static readonly VolumetricRate Rate = new(1.2, z => Math.Pow(10, -0.9 * z));

    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var curve = Curve(random);
        var redshift = Math.Max(0.02, Rate.Draw(random));
        var explosion = Explosions.Draw(timeline, 200 * (1 + redshift), random);
        return new ThermalTransient(redshift, explosion, random.NextExponential(0.1), Photospheres.Hot, LastPhase, curve).IfVisible();
    }

    /// <summary>Draws a light curve.</summary>
    internal static ThermalCurve Curve(Random random)
    {
        // Per logarithm of the g-band luminosity the rate falls as its 1.5th power.
        var magnitude = -2.5 * Math.Log10(random.NextPowerLaw(2.5, 1e6, 1e9)) - 0.2;
        var temperature = Math.Clamp(random.NextLogNormal(21000, 0.14), 11000, 45000);
        var warming = random.NextNormal(0.0008, 0.0008); // per day
        var rise = random.NextLogNormal(9, 0.12);
        var fallback = random.NextLogNormal(45, 0.2);
        var peak = Luminosities.Of(Photospheres.Hot, 1, magnitude, temperature);
        var maximum = 4 * rise;
        return new ThermalCurve(LastPhase, phase =>
        {
            var age = phase - maximum;
            var shape = age < 0 ? Math.Exp(-0.5 * age * age / (rise * rise)) : Math.Pow(1 + (age / fallback), -5.0 / 3);
            return (peak * shape, temperature * Math.Clamp(1 + (warming * age), 0.7, 1.8));
        });
    }
}
