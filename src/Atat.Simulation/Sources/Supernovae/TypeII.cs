using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Supernovae;

/// <summary>
/// Type II supernova, from plateau to linear: a fast rise, a decline that steepens with brightness, the end of recombination and the tail of
/// cobalt, with the peak magnitudes, slopes and lengths of Anderson et al. (2014, table 6) and temperatures of Faran et al. (2018).
/// </summary>
public static class TypeII
{
    private const double LastPhase = 350;

    private static readonly VolumetricRate Rate = new(0.8, VolumetricRate.StarFormation);

    /// <summary>Draws one.</summary>
    /// <param name="timeline">Time that the survey lasts.</param>
    /// <param name="random">Source of randomness.</param>
    /// <param name="dust">Mean A(V) of the host.</param>
    public static ISource? Draw(Timeline timeline, Random random, double dust)
    {
        var curve = Curve(random);
        var redshift = Math.Max(0.004, Rate.Draw(random));
        var explosion = Explosions.Draw(timeline, 120 * (1 + redshift), random);
        return new ThermalTransient(redshift, explosion, random.NextExponential(dust), Photospheres.Hot, LastPhase, curve).IfVisible();
    }

    /// <summary>Draws a light curve.</summary>
    internal static ThermalCurve Curve(Random random)
    {
        var brightest = random.NextNormal(-16.8, 0.95, -19, -14);

        // Magnitudes per 100 days; brighter ones decline faster (Anderson et al. 2014, figure 7).
        var plateauSlope = Math.Clamp(1.27 - (0.55 * (brightest + 16.74)) + random.NextNormal(0, 0.7), -0.5, 4.5);
        var firstSlope = plateauSlope + Math.Abs(random.NextNormal(1.2, 0.9));
        var length = random.NextNormal(84, 15, 45, 125);
        var drop = random.NextNormal(2, 0.4, 1, 3.2);
        var rise = random.NextLogNormal(2.6, 0.15);
        var hot = random.NextNormal(13000, 2000, 9000, 20000);
        var cool = random.NextNormal(5600, 400, 4600, 6800);
        return new ThermalCurve(LastPhase, phase =>
        {
            var temperature = cool + ((hot - cool) * Math.Exp(-phase / 13));
            var early = Math.Min(phase, 35);
            var late = Math.Max(0, Math.Min(phase, length) - 35);
            var fading = (0.01 * firstSlope * early) + (0.01 * plateauSlope * late) + (0.0098 * Math.Max(0, phase - length));
            fading += drop / (1 + Math.Exp((length - phase) / 4.5));
            fading -= 2.5 * Math.Log10(1 - Math.Exp(-Math.Pow(phase / rise, 1.5)));
            return (Luminosities.Of(Photospheres.Hot, 2, brightest + fading, temperature), temperature);
        });
    }
}
