using Atat.Simulation.Light;

namespace Atat.Simulation.Hosts;

/// <summary>
/// Starlight of galaxies from old to star-forming: magnitudes relative to 6,200 Å with a break at 4,000 Å that shrinks with the share of
/// young stars, after the templates of Coleman, Wu and Weedman (1980) and Kinney et al. (1996).
/// </summary>
internal static class GalaxySpectrum
{
    /// <summary>Wavelength at which magnitudes of galaxies are given, Å.</summary>
    public const double ReferenceWavelength = 6200;

    private static readonly double[] Wavelengths = [1200, 2000, 2500, 3000, 3600, 3900, 4150, 4800, 6200, 7500, 8700, 9700, 12000];
    private static readonly double[] Old = [6.8, 5.9, 5.0, 3.9, 2.65, 2.15, 1.4, 0.82, 0, -0.38, -0.64, -0.84, -1.15];
    private static readonly double[] Young = [1.9, 1.75, 1.65, 1.5, 1.25, 1.0, 0.55, 0.33, 0, -0.13, -0.2, -0.27, -0.36];

    /// <summary>Light by the share of young stars (0 to 1), in place of a phase, and redshift up to 3.</summary>
    public static SpectralSequence Sequence { get; } = new(Flux, 0, 1, 0.05, 3, ReferenceWavelength);

    private static double Flux(double wavelength, double young)
    {
        var i = Array.BinarySearch(Wavelengths, wavelength);
        i = Math.Clamp(i < 0 ? ~i : i, 1, Wavelengths.Length - 1);
        var share = Math.Clamp((wavelength - Wavelengths[i - 1]) / (Wavelengths[i] - Wavelengths[i - 1]), 0, 1);
        double At(int k) => Old[k] + (young * (Young[k] - Old[k]));
        return Math.Exp(-0.921 * (At(i - 1) + (share * (At(i) - At(i - 1)))));
    }
}
