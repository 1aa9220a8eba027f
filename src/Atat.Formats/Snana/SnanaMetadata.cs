using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>Which columns of HEAD are metadata, and which of their values are missing.</summary>
internal static partial class SnanaMetadata
{
    // What SNANA writes for unknown.
    private const float Unknown = -9;
    private const float NoFlux = -999;
    private const float Nowhere = -9999;
    private const float NoMagnitude = 999;

    /// <summary>The metadata of files that together have the given columns.</summary>
    /// <param name="names">All columns.</param>
    /// <param name="numeric">Those that hold numbers.</param>
    public static ImmutableArray<MetadataColumn> Of(IReadOnlySet<string> names, IEnumerable<string> numeric)
    {
        // Galactic models come without the quantiles of the host's redshift; alone, they shall give the same table.
        return ElasticcMetadata.Columns.All(c => names.Contains(c.Name) || c.Name.Contains("ZPHOT_Q", StringComparison.Ordinal))
            ? ElasticcMetadata.Columns
            : [.. numeric.Where(name => !NoInput().IsMatch(name)).Select(ElasticcMetadata.Column)];
    }

    /// <summary>
    /// Values that stand for a missing one: SNANA writes -9, -99, -999 or -9999 where no such value can be, and 999 for a magnitude
    /// and its error. Quantities that can be -9 (logarithms, velocities, fluxes) have -9999 and -999.
    /// </summary>
    public static ReadOnlySpan<float> MissingValues(string column) =>
        column.Contains("MAG", StringComparison.Ordinal) ? [999, -9, -99, -999, -9999]
        : column.Contains("LOG", StringComparison.Ordinal) || column.Contains("VPEC", StringComparison.Ordinal) || column.Contains("FLUX", StringComparison.Ordinal) ? [-999, -9999]
        : [-9, -99, -999, -9999];

    /// <summary>The value among these that SNANA writes itself.</summary>
    public static float MissingValue(string column) =>
        column.Contains("MAG", StringComparison.Ordinal) ? NoMagnitude
        : column.Contains("FLUX", StringComparison.Ordinal) ? NoFlux
        : column.Contains("ELLIPTICITY", StringComparison.Ordinal) || column.Contains("SQRADIUS", StringComparison.Ordinal) || column.Contains("LOG", StringComparison.Ordinal) || column.Contains("VPEC", StringComparison.Ordinal) ? Nowhere
        : Unknown;

    /// <summary>Whether a column tells what only the simulation, or a later spectrum, knows.</summary>
    public static bool IsTruth(string column) => Truth().IsMatch(column);

    [GeneratedRegex("^(SIM.*|SNTYPE|PEAKMJD)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Truth();

    [GeneratedRegex(@"^(SIM.*|SNID|IAUC|FAKE|RA|DECL?|PIXSIZE|N[XY]PIX|SNTYPE|NOBS|NVAR|PTROBS_.*|PEAKMJD|MJD_.*|SEARCH_.*|MASK.*|.*OBJID.*|.*_FLAG|.*_RA|.*_DEC|)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NoInput();
}
