using System.Globalization;
using Atat.LightCurves;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary>One object with its observations.</summary>
internal static class ObjectPage
{
    /// <summary>Prints it.</summary>
    public static void Print(Terminal terminal, Catalog catalog, int index, bool json)
    {
        if (json)
        {
            terminal.PrintJson(Describe(catalog, index));
            return;
        }

        var item = catalog[index];
        var schema = catalog.Schema;
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{item.Id}: {item.Label ?? "no label"}, ra {item.RightAscension:F5}, dec {item.Declination:F5}, {item.LightCurve.Length} observations"));
        for (var c = 0; c < schema.Metadata.Length; c++)
        {
            terminal.Print(string.Create(CultureInfo.InvariantCulture, $"  {schema.Metadata[c].Name} = {(float.IsNaN(item.Metadata[c]) ? "missing" : item.Metadata[c])}"));
        }

        var first = Window.FirstDetection(item.LightCurve);
        var table = Tables.Create("MJD", "day", "band", schema.Unit == BrightnessUnit.Flux ? "flux" : "magnitude", "error", "flags");
        table.Columns[^1].Alignment = Justify.Left;
        for (var i = 0; i < item.LightCurve.Length; i++)
        {
            var curve = item.LightCurve;
            table.AddRow(
            [
                .. Tables.Cells("F4", curve.Mjd[i]), .. Tables.Cells("F2", curve.Mjd[i] - first), Markup.Escape(schema.Passbands[curve.Band[i]].Name),
                .. Tables.Cells("G6", curve.Flux[i], curve.FluxError[i]),
                (curve.Detected[i] ? "detected" : string.Empty) + (curve.Saturated[i] ? " saturated" : string.Empty),
            ]);
        }

        terminal.Print(table);
    }

    private static object Describe(Catalog catalog, int index)
    {
        var item = catalog[index];
        var metadata = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var c = 0; c < item.Metadata.Length; c++)
        {
            metadata.Add(catalog.Schema.Metadata[c].Name, item.Metadata[c]);
        }

        var curve = item.LightCurve;
        return new
        {
            ObjectId = item.Id,
            item.Label,
            Ra = item.RightAscension,
            Dec = item.Declination,
            Partition = catalog.Partitions[index],
            Fold = catalog.Folds[index],
            FirstDetection = Window.FirstDetection(curve),
            Metadata = metadata,
            Mjd = curve.Mjd.ToArray(),
            Band = Array.ConvertAll(curve.Band.ToArray(), b => catalog.Schema.Passbands[b].Name),
            Flux = curve.Flux.ToArray(),
            FluxErr = curve.FluxError.ToArray(),
            Detected = curve.Detected.ToArray(),
            Saturated = curve.Saturated.ToArray(),
        };
    }
}
