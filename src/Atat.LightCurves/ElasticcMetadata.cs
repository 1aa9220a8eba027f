using System.Collections.Immutable;

namespace Atat.LightCurves;

/// <summary>The 64 metadata columns of ELAsTiCC: of two host candidates, the Milky Way's reddening and the redshift.</summary>
public static class ElasticcMetadata
{
    private static readonly string[] HostColumns =
    [
        "ELLIPTICITY", "SQRADIUS", "SNSEP", "PHOTOZ", "PHOTOZ_ERR", "SPECZ", "SPECZ_ERR",
        .. Enumerable.Range(0, 11).Select(i => $"ZPHOT_Q{i * 10:000}"),
        .. "ugrizY".Select(band => $"MAG_{band}"),
        .. "ugrizY".Select(band => $"MAGERR_{band}"),
    ];

    /// <summary>The columns: 30 of the nearest candidate, as many of the second, then four of the object.</summary>
    public static ImmutableArray<MetadataColumn> Columns { get; } =
    [
        .. HostColumns.Select(name => Column("HOSTGAL_" + name)),
        .. HostColumns.Select(name => Column("HOSTGAL2_" + name)),
        .. new[] { "MWEBV", "MWEBV_ERR", "REDSHIFT_HELIO", "REDSHIFT_HELIO_ERR" }.Select(Column),
    ];

    /// <summary>Columns of one candidate.</summary>
    public static int PerHost => HostColumns.Length;

    /// <summary>A column with the role that its name has in SNANA's files.</summary>
    public static MetadataColumn Column(string name) => new(name, name switch
    {
        "REDSHIFT_HELIO" => MetadataRole.Redshift,
        "REDSHIFT_HELIO_ERR" => MetadataRole.RedshiftError,
        "MWEBV" => MetadataRole.MilkyWayReddening,
        _ => MetadataRole.None,
    });
}
