using System.Collections.Frozen;
using Atat.Formats.Fits;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>The rows of a HEAD table: identity, sky position, place in PHOT, metadata by their own names, and times of detection.</summary>
internal sealed class SnanaHeadRows(CatalogSchema schema)
{
    private const int IdLength = 16;
    private const float Unknown = -9;
    private const float Nowhere = -9999;

    /// <summary>Columns before the metadata.</summary>
    private static readonly (string Name, string Form)[] Before =
    [
        ("SNID", "16A"), ("IAUC", "16A"), ("FAKE", "1I"), ("RA", "1D"), ("DEC", "1D"), ("PIXSIZE", "1E"), ("NXPIX", "1I"), ("NYPIX", "1I"),
        ("SNTYPE", "1J"), ("NOBS", "1J"), ("PTROBS_MIN", "1J"), ("PTROBS_MAX", "1J"),
    ];

    /// <summary>Columns of ELAsTiCC that a catalog does not have, with what SNANA writes for unknown.</summary>
    private static readonly (string Name, string Form, double Value)[] Filled =
    [
        ("VPEC", "1E", 0), ("VPEC_ERR", "1E", 0), ("HOSTGAL_FLAG", "1I", 0), ("HOSTGAL_CONFUSION", "1E", -99),
        .. new[] { "LOGMASS", "LOGMASS_ERR", "LOGSFR", "LOGSFR_ERR", "COLOR", "COLOR_ERR" }
            .SelectMany(name => new[] { ("HOSTGAL_" + name, "1E", (double)Nowhere), ("HOSTGAL2_" + name, "1E", (double)Nowhere) }),
        ("SEARCH_TYPE", "1J", -9),
    ];

    private static readonly (string Name, string Form)[] After =
        [("HOSTGAL_NMATCH", "1I"), ("HOSTGAL_NMATCH2", "1I"), ("MJD_TRIGGER", "1D"), ("MJD_DETECT_FIRST", "1D"), ("MJD_DETECT_LAST", "1D")];

    private static readonly FrozenSet<string> Written =
        Before.Concat(After).Select(c => c.Name).ToFrozenSet(StringComparer.Ordinal);

    private readonly (string Name, string Form, double Value)[] filled = [.. Filled.Where(column => schema.MetadataIndex(column.Name) < 0)];

    private readonly int[] metadata = [.. Enumerable.Range(0, schema.Metadata.Length).Where(i => !Written.Contains(schema.Metadata[i].Name))];

    /// <summary>The table.</summary>
    public FitsTableWriter Table { get; } = new(
    [
        .. Before,
        .. schema.Metadata.Where(column => !Written.Contains(column.Name)).Select(column => (column.Name, "1E")),
        .. Filled.Where(column => schema.MetadataIndex(column.Name) < 0).Select(column => (column.Name, column.Form)),
        .. After,
    ]);

    /// <summary>Adds an object.</summary>
    /// <param name="item">Object.</param>
    /// <param name="firstRow">1-based row of its first observation in PHOT.</param>
    /// <exception cref="InputException">Its identifier does not fit.</exception>
    public void Add(AstroObject item, int firstRow)
    {
        if (item.Id.Length > IdLength || !item.Id.All(c => c is >= ' ' and <= '~') || item.Id.Trim() != item.Id)
        {
            throw new InputException($"Object '{item.Id}': SNANA's files hold identifiers of at most {IdLength} ASCII characters; give it a shorter one.");
        }

        const int simulated = 2;
        var curve = item.LightCurve;
        Table.Text(item.Id, IdLength);
        Table.Text("NULL", IdLength);
        Table.Short(simulated);
        Table.Double(double.IsNaN(item.RightAscension) ? -999 : item.RightAscension);
        Table.Double(double.IsNaN(item.Declination) ? -999 : item.Declination);
        Table.Float(0.2f);
        Table.Short((int)Unknown);
        Table.Short((int)Unknown);
        Table.Int((int)Unknown);
        Table.Int(curve.Length);
        Table.Int(firstRow);
        Table.Int(firstRow + curve.Length - 1);
        foreach (var column in metadata)
        {
            var value = item.Metadata[column];
            Table.Float(float.IsNaN(value) ? SnanaMetadata.MissingValue(schema.Metadata[column].Name) : value);
        }

        foreach (var (_, form, value) in filled)
        {
            Fill(form, value);
        }

        AddDetections(item);
        Table.EndRow();
    }

    private void Fill(string form, double value)
    {
        switch (form[^1])
        {
            case 'I': Table.Short((int)value); break;
            case 'J': Table.Int((int)value); break;
            default: Table.Float((float)value); break;
        }
    }

    private void AddDetections(AstroObject item)
    {
        var hosts = HasHost(item, "HOSTGAL_PHOTOZ") + HasHost(item, "HOSTGAL2_PHOTOZ");
        Table.Short(hosts);
        Table.Short(hosts);
        var curve = item.LightCurve;
        var (first, last) = (curve.Detected.IndexOf(true), curve.Detected.LastIndexOf(true));
        Table.Double(first < 0 ? Unknown : curve.Mjd[first]);
        Table.Double(first < 0 ? Unknown : curve.Mjd[first]);
        Table.Double(last < 0 ? Unknown : curve.Mjd[last]);
    }

    private int HasHost(AstroObject item, string column) =>
        schema.MetadataIndex(column) is >= 0 and var index && !float.IsNaN(item.Metadata[index]) ? 1 : 0;
}
