namespace Atat.Simulation.Sources.Galactic;

/// <summary>
/// RR Lyrae star: three of four pulsate in the fundamental mode (ab, sawtooth), the others in the first overtone (c, nearly a sine), with the periods
/// and amplitudes of Soszyński et al. (2009), the luminosity of Catelan et al. (2004), through a halo whose density falls as distance^-3.
/// </summary>
public static class RRLyrae
{
    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var isFundamental = random.NextDouble() < 0.75;
        var period = isFundamental ? random.NextNormal(0.575, 0.07, 0.4, 0.95) : random.NextNormal(0.325, 0.045, 0.2, 0.45);
        var amplitude = isFundamental
            ? Math.Clamp(1.1 - (3.5 * (period - 0.575)) + random.NextNormal(0, 0.15), 0.3, 1.6)
            : random.NextNormal(0.5, 0.09, 0.2, 0.75);

        // Brighter at longer periods and larger wavelengths; r lies between V and I.
        var absolute = 0.57 - (1.6 * Math.Log10((isFundamental ? period : period * 1.34) / 0.575)) + random.NextNormal(0, 0.1);
        var distance = random.NextLogUniform(6000, 250_000);
        var terms = isFundamental
            ? FourierSeries.Terms(period, amplitude, [0.47, 0.34, 0.22, 0.14], [3.95 + random.NextNormal(0, 0.12), 1.85 + random.NextNormal(0, 0.2), 6.1, 4.0], random)
            : FourierSeries.Terms(period, amplitude, [0.18, 0.07], [4.6 + random.NextNormal(0, 0.3), 3.0], random);
        return new PulsatingStar(timeline, distance, absolute + (5 * Math.Log10(distance / 10)), random.NextNormal(isFundamental ? 6550 : 7150, 150), terms).IfVisible();
    }
}
