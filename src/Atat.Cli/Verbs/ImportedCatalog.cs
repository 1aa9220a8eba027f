using System.Globalization;
using Atat.Formats;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Cli.Verbs;

/// <summary>What every import does with the catalog it has made.</summary>
internal static class ImportedCatalog
{
    /// <summary>Writes the catalog and says what was imported and what was left out.</summary>
    public static void Write(Terminal terminal, Catalog catalog, ImportReport report, string path)
    {
        CatalogFile.Write(path, catalog);
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{path}: {report.Objects:N0} objects, {report.Observations:N0} observations, {catalog.Schema.Taxonomy.Classes.Length} classes, {catalog.Schema.Metadata.Length} metadata columns"));
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
