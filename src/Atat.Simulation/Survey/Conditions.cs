namespace Atat.Simulation.Survey;

/// <summary>
/// Zero points, sky and seeing of LSST's 30-second visits, with the spread that its baseline survey sees: five-sigma depths of about
/// 23.8, 24.5, 24.1, 23.5, 22.8 and 22.1 mag in ugrizY (Ivezić et al. 2019, table 2; Jones et al. 2021).
/// </summary>
internal static class Conditions
{
    private const double PixelScale = 0.2; // arc seconds

    // Magnitude that gives one photo-electron a visit; sky noise in electrons a pixel, by dark and by bright sky; seeing (sigma, pixels).
    private static readonly double[] ZeroPoints = [29.53, 31.50, 31.52, 31.32, 31.01, 30.08];
    private static readonly double[] DarkSky = [4.8, 15.6, 25.4, 33.8, 49.5, 46.5];
    private static readonly double[] BrightSky = [5.1, 20.5, 36.0, 52.0, 62.0, 50.0];
    private static readonly double[] Seeing = [2.27, 2.13, 2.02, 1.96, 1.91, 1.87];

    /// <summary>Makes a visit.</summary>
    /// <param name="mjd">Time.</param>
    /// <param name="band">Index of the passband.</param>
    /// <param name="moon">Phase of the Moon: 0 new, 0.5 full.</param>
    /// <param name="nightSeeing">Natural logarithm of the night's seeing over the usual one.</param>
    /// <param name="random">Source of randomness.</param>
    public static Visit Expose(double mjd, byte band, double moon, double nightSeeing, Random random)
    {
        var light = 0.5 - (0.5 * Math.Cos(2 * Math.PI * moon));
        var sky = DarkSky[band] * Math.Pow(BrightSky[band] / DarkSky[band], light) * Math.Exp(random.NextSplitNormal(-0.05, 0.03, 0.12));
        var psf = Seeing[band] * Math.Exp(nightSeeing + random.NextSplitNormal(-0.05, 0.10, 0.16));
        var zeroPoint = ZeroPoints[band] + random.NextNormal(0, 0.05);
        var photon = Magnitudes.ToFlux(zeroPoint);
        var area = 4 * Math.PI * psf * psf; // pixels
        return new Visit(mjd, band, sky * Math.Sqrt(area) * photon, photon, area * PixelScale * PixelScale);
    }
}
