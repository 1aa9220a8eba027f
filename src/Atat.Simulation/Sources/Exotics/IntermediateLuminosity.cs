using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Exotics;

/// <summary>
/// Intermediate-luminosity optical transient: an outburst between novae and supernovae, weeks to months of a red, cooling photosphere
/// (Kashi and Soker 2016; Villar et al. 2017, section 4; peak magnitudes -11 to -16 of Pastorello and Fraser 2019).
/// </summary>
public static class IntermediateLuminosity
{
    private const double LastPhase = 300;

    private static readonly VolumetricRate Rate = new(0.12, VolumetricRate.StarFormation);

    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var curve = Curve(random);
        var redshift = Math.Max(0.002, Rate.Draw(random));
        var explosion = Explosions.Draw(timeline, 90, random);
        return new ThermalTransient(redshift, explosion, random.NextExponential(0.3), Photospheres.Blanketed, LastPhase, curve).IfVisible();
    }

    /// <summary>Draws a light curve.</summary>
    internal static ThermalCurve Curve(Random random)
    {
        var magnitude = random.NextNormal(-14, 1.1, -16.3, -11);
        var rise = random.NextLogNormal(9, 0.2);
        var plateau = random.NextLogNormal(50, 0.25);
        var decline = random.NextUniform(0.005, 0.02); // ln per day
        var (hot, cool) = (random.NextNormal(5800, 600, 4500, 8000), random.NextNormal(3600, 400, 2600, 4400));
        var peak = Luminosities.Of(Photospheres.Blanketed, 2, magnitude, hot);
        return new ThermalCurve(LastPhase, phase =>
        {
            var end = 1 / (1 + Math.Exp((phase - plateau - rise) / 7));
            var shape = (1 - Math.Exp(-phase / rise * 2)) * Math.Exp(-decline * phase) * (0.02 + (0.98 * end));
            return (peak * shape, cool + ((hot - cool) * Math.Exp(-phase / (0.6 * plateau))));
        });
    }
}
