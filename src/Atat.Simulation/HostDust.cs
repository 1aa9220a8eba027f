using Atat.LightCurves;
using Atat.Simulation.Light;

namespace Atat.Simulation;

/// <summary>Dust in the galaxy of a source: the share of light that passes, in every observed passband.</summary>
public sealed class HostDust
{
    private readonly double[] passing = new double[LsstPassbands.Count];

    /// <summary>Makes the dust.</summary>
    /// <param name="av">Extinction A(V) at the source in magnitudes.</param>
    /// <param name="redshift">Redshift of the galaxy.</param>
    /// <param name="rv">A(V) / E(B-V).</param>
    public HostDust(double av, double redshift, double rv = 3.1)
    {
        for (var band = 0; band < passing.Length; band++)
        {
            passing[band] = Math.Pow(10, -0.4 * av * DustLaw.Ratio(LsstPassbands.All[band].Wavelength / (1 + redshift), rv));
        }
    }

    /// <summary>Share of light that passes in a passband.</summary>
    public double this[int band] => passing[band];
}
