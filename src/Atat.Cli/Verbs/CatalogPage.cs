using System.Globalization;
using Atat.LightCurves.Summaries;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary>A catalog's summary as tables.</summary>
internal static class CatalogPage
{
    /// <summary>Prints it.</summary>
    public static void Print(Terminal terminal, CatalogSummary summary)
    {
        var survey = summary.Survey.Length > 0 ? $" of {summary.Survey}" : string.Empty;
        terminal.Print(Format($"{summary.Objects:N0} objects{survey}, {summary.Observations:N0} observations, MJD {summary.Mjd.First:F1} to {summary.Mjd.Last:F1}, {summary.Unit.ToString().ToLowerInvariant()}{(double.IsNaN(summary.ZeroPoint) ? string.Empty : Format($", zero point {summary.ZeroPoint}"))}"));
        terminal.Print(Format($"{summary.DetectedShare:P1} of the observations are detections, {summary.SaturatedShare:P1} saturated; {summary.NeverDetected:N0} objects are never detected"));
        terminal.Print(Format($"folds: {(summary.Folds.IsEmpty ? "none yet (atat split)" : string.Join(", ", summary.Folds.Select(f => Format($"{f:N0}"))))}"));
        terminal.Print(Spread(summary));
        terminal.Print(Classes(summary));
        terminal.Print(Bands(summary));
        if (!summary.Metadata.IsEmpty)
        {
            terminal.Print(Metadata(summary));
        }
    }

    private static Table Spread(CatalogSummary summary)
    {
        var table = Tables.Create("Per object", "min", "25 %", "median", "75 %", "max");
        foreach (var (name, q) in new[] { ("observations", summary.ObservationsPerObject), ("days observed", summary.DaysPerObject) })
        {
            table.AddRow([name, .. Tables.Cells("N0", q.Minimum, q.Lower, q.Median, q.Upper, q.Maximum)]);
        }

        return table;
    }

    private static Table Classes(CatalogSummary summary)
    {
        var table = Tables.Create("Class", "objects", "train", "test", "median observations");
        foreach (var c in summary.Classes)
        {
            table.AddRow([Markup.Escape(c.Name ?? "(no class)"), .. Tables.Cells("N0", c.Objects, c.Train, c.Test, c.MedianObservations)]);
        }

        return table;
    }

    private static Table Bands(CatalogSummary summary)
    {
        var table = Tables.Create("Band", "wavelength / Å", "observations", "detections");
        foreach (var b in summary.Bands)
        {
            table.AddRow([Markup.Escape(b.Name), .. Tables.Cells("N0", b.Wavelength, b.Observations, b.Detections)]);
        }

        return table;
    }

    private static Table Metadata(CatalogSummary summary)
    {
        var table = Tables.Create("Metadata", "role", "missing", "min", "median", "max");
        foreach (var m in summary.Metadata)
        {
            table.AddRow([Markup.Escape(m.Name), m.Role == LightCurves.MetadataRole.None ? string.Empty : m.Role.ToString(), .. Tables.Cells("P1", m.MissingShare), .. Tables.Cells("G4", m.Values.Minimum, m.Values.Median, m.Values.Maximum)]);
        }

        return table;
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
