using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Supernovae;

/// <summary>
/// Type IIn supernova: ejecta that run into the star's own wind shine for months, blue and slowly cooling (rise times, decline rates and
/// brightness of Nyholm et al. 2020, section 4; Kiewe et al. 2012).
/// </summary>
public static class TypeIIn
{
    private const double LastPhase = 500;

    private static readonly VolumetricRate Rate = new(1.2, VolumetricRate.StarFormation);

    /// <summary>Draws one.</summary>
    /// <param name="timeline">Time that the survey lasts.</param>
    /// <param name="random">Source of randomness.</param>
    /// <param name="brightness">Mean absolute magnitude in r at maximum.</param>
    public static ISource? Draw(Timeline timeline, Random random, double brightness)
    {
        var curve = Curve(random, brightness);
        var redshift = Math.Max(0.005, Rate.Draw(random));
        var explosion = Explosions.Draw(timeline, 150 * (1 + redshift), random);
        return new ThermalTransient(redshift, explosion, random.NextExponential(0.25), Photospheres.Hot, LastPhase, curve).IfVisible();
    }

    /// <summary>Draws a light curve.</summary>
    internal static ThermalCurve Curve(Random random, double brightness)
    {
        var brightest = random.NextNormal(brightness, 0.9, -21.2, -16.5);

        // Brighter ones last longer.
        var rise = random.NextLogNormal(18, 0.2) * Math.Pow(10, -0.08 * (brightest - brightness));
        var decline = random.NextLogNormal(0.019, 0.25); // mag per day
        var bend = random.NextUniform(40, 150);
        var hot = random.NextNormal(14000, 2500, 9000, 22000);
        var cool = random.NextNormal(6600, 600, 5200, 8500);
        var cooling = random.NextUniform(25, 60);
        return new ThermalCurve(LastPhase, phase =>
        {
            var temperature = cool + ((hot - cool) * Math.Exp(-phase / cooling));
            var age = Math.Max(0, phase - rise);
            var fading = (decline * Math.Min(age, bend)) + (0.5 * decline * Math.Max(0, age - bend));
            fading -= 2.5 * Math.Log10(1 - Math.Exp(-1.8 * phase / rise));
            return (Luminosities.Of(Photospheres.Hot, 2, brightest + fading, temperature), temperature);
        });
    }
}
