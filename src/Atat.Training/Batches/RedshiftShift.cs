using Atat.LightCurves;

namespace Atat.Training.Batches;

/// <summary>
/// An object moved to another redshift (Boone 2019, section 2.3): the days between its observations stretch, and its fluxes change with the
/// squared luminosity distance.
/// </summary>
/// <remarks>
/// That the passbands then see another part of the spectrum is left out, which holds for small changes only; exact for a spectrum of equal
/// energy in equal logarithmic intervals of wavelength.
/// </remarks>
/// <param name="Stretch">New over old 1 + redshift: times are multiplied by it.</param>
/// <param name="Brightness">Fluxes are multiplied by it.</param>
public readonly record struct RedshiftShift(double Stretch, double Brightness)
{
    private const double FarthestRedshift = 12;

    /// <summary>An object left where it is.</summary>
    public static RedshiftShift None { get; } = new(1, 1);

    /// <summary>Draws a new redshift: the logarithm of 1 + redshift changes by a uniform amount.</summary>
    /// <param name="redshift">The object's; nothing changes where it is missing or not above 0, as of a star.</param>
    /// <param name="largest">Largest change of the logarithm; and half the logarithm itself, so that what is near does not come arbitrarily near.</param>
    /// <param name="random">Asked once.</param>
    public static RedshiftShift Draw(double redshift, double largest, Random random)
    {
        var share = (2 * random.NextDouble()) - 1;
        if (!(redshift > 0))
        {
            return None;
        }

        var stretch = Math.Exp(share * Math.Min(largest, Math.Log(1 + redshift) / 2));
        var moved = ((1 + redshift) * stretch) - 1;
        return Math.Max(redshift, moved) > FarthestRedshift ? None
            : new RedshiftShift(stretch, Math.Pow(Cosmology.Standard.LuminosityDistance(redshift) / Cosmology.Standard.LuminosityDistance(moved), 2));
    }

    /// <summary>A redshift column of the object: values move with it, one below -1 stands for a missing one.</summary>
    public float Redshift(float value) => value > -1 ? (float)(((1.0 + value) * Stretch) - 1) : value;

    /// <summary>A column of errors of a redshift.</summary>
    public float RedshiftError(float value) => value > 0 ? (float)(value * Stretch) : value;
}
