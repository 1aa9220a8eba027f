using System.Globalization;
using Atat.Formats.Fits;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>The rows of a HEAD file: objects without their observations, and where these stand in PHOT.</summary>
internal sealed class SnanaHead
{
    private readonly List<SnanaObject> objects = [];
    private readonly List<float> metadata = [];
    private readonly SnanaPlan plan;

    private SnanaHead(SnanaPlan plan) => this.plan = plan;

    /// <summary>Objects in the order of the file.</summary>
    public IReadOnlyList<SnanaObject> Objects => objects;

    /// <summary>PHOTFLAG bits of a detection.</summary>
    public int DetectionMask { get; private init; }

    /// <summary>Metadata of one object.</summary>
    public ReadOnlySpan<float> Metadata(int index) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(metadata).Slice(index * plan.Metadata.Length, plan.Metadata.Length);

    /// <summary>Reads a HEAD file.</summary>
    /// <exception cref="InputException">The file cannot be read, or does not hold what it should.</exception>
    public static SnanaHead Read(SnanaPair pair, SnanaPlan plan)
    {
        using var table = new FitsTable(pair.Head);
        var mask = table.Primary.Integer("PHOTFLAG_DETECT") ?? 0;
        var head = new SnanaHead(plan) { DetectionMask = mask is > 0 and <= int.MaxValue ? (int)mask : SnanaFlags.Detection };
        var columns = plan.Metadata.Select(c => table.Find(c.Name)).ToArray();
        var fileLabel = pair.Label(plan.Options);
        var labelColumn = plan.Options.LabelColumn is { } name ? table.Require(name) : null;
        var (id, ra, dec) = (table.Require("SNID"), table.Find("RA"), table.Find("DEC") ?? table.Find("DECL"));
        var (first, last, count) = (table.Require("PTROBS_MIN"), table.Require("PTROBS_MAX"), table.Find("NOBS"));
        while (table.Read())
        {
            var label = labelColumn is null ? fileLabel : SnanaLabel.OfValue(plan.Options, table.Text(labelColumn), $"{table.FilePath} row {table.Row}");
            var row = new ObjectRow(
                Identifier(table, id, plan.Options.LabelInId ? label : null),
                label,
                ra is null ? double.NaN : Coordinate(table.Number(ra), 0, 360),
                dec is null ? double.NaN : Coordinate(table.Number(dec), -90, 90));
            head.objects.Add(new SnanaObject(row, table.Row, table.Integer(first), table.Integer(last)));
            CheckCount(table, count, head.objects[^1]);
            for (var i = 0; i < columns.Length; i++)
            {
                head.metadata.Add(columns[i] is { } column ? Value(table, column, plan.Metadata[i].Name) : float.NaN);
            }
        }

        return head;
    }

    private static string Identifier(FitsTable table, FitsColumn column, string? label) => table.Text(column) switch
    {
        "" => throw table.Wrong(column, "is blank; every object needs an identifier"),
        var text => label is null ? text : $"{label}/{text}",
    };

    private static double Coordinate(double value, double least, double most) => value >= least && value <= most ? value : double.NaN;

    private static float Value(FitsTable table, FitsColumn column, string name)
    {
        var value = table.Single(column);
        return float.IsFinite(value) && !SnanaMetadata.MissingValues(name).Contains(value) ? value : float.NaN;
    }

    private static void CheckCount(FitsTable table, FitsColumn? count, SnanaObject item)
    {
        if (item.First < 1 && item.Count > 0)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{table.FilePath} row {table.Row:N0}: PTROBS_MIN {item.First:N0}; rows of PHOT are counted from 1."));
        }

        if (count is not null && table.Integer(count) != item.Count)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{table.FilePath} row {table.Row:N0}: NOBS {table.Integer(count):N0}, but PTROBS_MIN {item.First:N0} to PTROBS_MAX {item.Last:N0} are {item.Count:N0} rows; the file is damaged."));
        }
    }
}
