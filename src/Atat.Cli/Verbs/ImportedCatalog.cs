using System.Globalization;
using Atat.Formats;
using Atat.LightCurves;

namespace Atat.Cli.Verbs;

/// <summary>What every import says of the catalog it has made.</summary>
internal static class ImportedCatalog
{
    /// <summary>Carries out an import part by part and says what was imported.</summary>
    public static void Run(Terminal terminal, ImportPlan plan, string path, CancellationToken cancellation)
    {
        ImportReport report;
        try
        {
            report = CatalogImport.Run(plan, path, new ShareLog(terminal, "reading"), cancellation);
        }
        catch (OperationCanceledException)
        {
            terminal.Say($"what is read is kept in {path}.parts; the same command goes on from there");
            throw;
        }

        Say(terminal, plan.Schema, report, path);
    }

    /// <summary>Says what was imported and what was left out.</summary>
    public static void Say(Terminal terminal, CatalogSchema schema, ImportReport report, string path)
    {
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{path}: {report.Objects:N0} objects, {report.Observations:N0} observations, {schema.Taxonomy.Classes.Length} classes, {schema.Metadata.Length} metadata columns"));
        if (report.WithoutObservations > 0)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"note: {report.WithoutObservations:N0} objects without an observation"));
        }

        if (report.Unsorted > 0)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"note: {report.Unsorted:N0} objects whose observations were out of time order and have been sorted"));
        }

        foreach (var note in report.Notes)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"note: {note.Count:N0} {note.What}"));
        }
    }
}
