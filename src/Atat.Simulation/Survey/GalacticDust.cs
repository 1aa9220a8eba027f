using Atat.LightCurves;
using Atat.Simulation.Light;

namespace Atat.Simulation.Survey;

/// <summary>The Milky Way's dust before a source: share of light that passes in every passband (O'Donnell 1994, R_V = 3.1).</summary>
internal sealed class GalacticDust
{
    private static readonly double[] Coefficients = [.. LsstPassbands.All.Select(band => DustLaw.Extinction(band.Wavelength, 1))];

    private readonly double[] passing = new double[LsstPassbands.Count];

    /// <summary>Makes the dust of a reddening E(B-V).</summary>
    public GalacticDust(double reddening)
    {
        for (var band = 0; band < passing.Length; band++)
        {
            passing[band] = Math.Exp(-0.921 * Coefficients[band] * reddening);
        }
    }

    /// <summary>Share of light that passes in a passband.</summary>
    public double this[int band] => passing[band];
}
