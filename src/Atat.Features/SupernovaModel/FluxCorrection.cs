using Atat.LightCurves;

namespace Atat.Features.SupernovaModel;

/// <summary>
/// Factors that free a flux of dust in the Galaxy and of its distance before the supernova model is fitted (thesis section 4.4.2).
/// </summary>
internal static class FluxCorrection
{
    /// <summary>Redshift below which the distance is taken as unknown; includes negative stand-ins for a missing redshift.</summary>
    public const double MinimumRedshift = 0.003;

    /// <summary>Redshift of the distance to which fluxes are brought.</summary>
    public const double ReferenceRedshift = 0.3;

    // A factor stays within what a flux in single precision can take without an overflow of its square.
    private const double Limit = 1e30;

    private static readonly double ReferenceDistance = Wmap5.LuminosityDistance(ReferenceRedshift);

    /// <summary>ln of the flux factor 10^(0.4 A(λ)) for each magnitude of E(B-V); 0 where the wavelength is unknown.</summary>
    /// <param name="wavelength">Wavelength of the band in Å, or NaN.</param>
    public static double DustSlope(double wavelength) =>
        double.IsFinite(wavelength) && wavelength > 0 ? 0.4 * Math.Log(10) * DustLaw.Extinction(wavelength, 1) : 0;

    /// <summary>Flux factor 10^(0.4 A(λ)) that undoes the extinction.</summary>
    /// <param name="slope">The band's <see cref="DustSlope"/>.</param>
    /// <param name="reddening">E(B-V) in magnitudes, or NaN: no correction.</param>
    public static double Dust(double slope, double reddening) =>
        double.IsNaN(reddening) ? 1 : Math.Clamp(Math.Exp(slope * reddening), 1 / Limit, Limit);

    /// <summary>Flux factor (D_L(z) / D_L(0.3))²; 1 below redshift 0.003 and where the redshift is missing.</summary>
    /// <param name="redshift">Redshift, or NaN.</param>
    public static double Distance(double redshift)
    {
        if (!(redshift >= MinimumRedshift))
        {
            return 1;
        }

        var ratio = Wmap5.LuminosityDistance(Math.Min(redshift, 1e6)) / ReferenceDistance;
        return Math.Min(ratio * ratio, Limit);
    }
}
