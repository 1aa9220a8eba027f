using System.Collections.Immutable;

namespace Atat.Features.SupernovaModel;

/// <summary>What the fit knows of a survey's passbands; made once for a survey.</summary>
public sealed class SupernovaBands
{
    /// <summary>The bands in the order in which the first with data gives the start of t0 (Sánchez-Sáez et al. 2021's code).</summary>
    private static readonly string[] Preferred = ["i", "r", "z", "Y", "g", "u"];

    /// <summary>Describes a survey's passbands.</summary>
    /// <param name="names">Names in the survey's order.</param>
    /// <param name="wavelengths">Wavelengths in Å in the same order; NaN where unknown, which leaves dust in that band.</param>
    /// <exception cref="ArgumentException">There are more of the ones than of the others.</exception>
    public SupernovaBands(ImmutableArray<string> names, ImmutableArray<double> wavelengths)
    {
        if (wavelengths.Length != names.Length)
        {
            throw new ArgumentException("Each band needs a wavelength or NaN.", nameof(wavelengths));
        }

        DustSlopes = [.. wavelengths.Select(FluxCorrection.DustSlope)];
        StartOrder = [.. Preferred.Select(name => names.IndexOf(name)).Where(band => band >= 0)];
    }

    /// <summary>Number of passbands.</summary>
    public int Count => DustSlopes.Length;

    /// <summary><see cref="FluxCorrection.DustSlope"/> of each band.</summary>
    internal ImmutableArray<double> DustSlopes { get; }

    /// <summary>Bands to take the start of t0 from, best first; may leave bands out.</summary>
    internal ImmutableArray<int> StartOrder { get; }
}
