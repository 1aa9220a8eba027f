using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Atat.Formats.Files;
using Atat.Formats.Parquet;
using Atat.Formats.Schemas;
using Atat.LightCurves;

namespace Atat.Formats;

/// <summary>
/// Carries out an import into a catalog file, part by part on all processors, holding a few parts at a time. Parts that are read stand in
/// a folder beside the catalog until all are; an import that was interrupted goes on from them where their files are still the same.
/// </summary>
public static class CatalogImport
{
    /// <summary>Imports.</summary>
    /// <param name="plan">What to read.</param>
    /// <param name="path">Catalog to write, beside its place first.</param>
    /// <param name="progress">Told how many of the parts are read, from 0 to 1.</param>
    /// <param name="cancellation">Stops; the parts that are read are kept.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">A file cannot be read or does not hold what it should; parts that are read are kept.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImportReport Run(ImportPlan plan, string path, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var folder = path + ".parts";
        Directory.CreateDirectory(folder);
        var schema = CatalogSchemaJson.Write(plan.Schema);
        var places = new ImportedObjects();
        var reports = new List<ImportReport>();
        var kept = 0;
        var done = 0;
        var parts = plan.Parts.Select((part, i) => (part, File: Path.Combine(folder, $"{i}.parquet")));
        foreach (var (part, file, ids, report, wasKept) in Ordered.Select(parts, p => ReadPart(p.part, p.File, schema, cancellation)))
        {
            cancellation.ThrowIfCancellationRequested();
            places.Add(part.Name, ids);
            reports.Add(report);
            kept += wasKept ? 1 : 0;
            progress?.Report((double)++done / plan.Parts.Length);
        }

        CatalogFile.Write(path, plan.Schema, Enumerable.Range(0, plan.Parts.Length).Select(i =>
        {
            cancellation.ThrowIfCancellationRequested();
            return CatalogFile.Read(Path.Combine(folder, $"{i}.parquet"));
        }));
        Directory.Delete(folder, recursive: true);
        return ImportReports.Sum(reports, new ImportNote("parts taken over from an import that was interrupted", kept));
    }

    private static (ImportPart Part, string File, string[] Ids, ImportReport Report, bool WasKept) ReadPart(ImportPart part, string file, string schema, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var reportFile = file + ".json";
        var fingerprint = Fingerprint(part, schema);
        if (Kept(reportFile, fingerprint) is { } kept && File.Exists(file))
        {
            return (part, file, CatalogFile.Read(file).Ids.ToArray(), kept, true);
        }

        File.Delete(reportFile);
        var catalog = part.Read(cancellation);
        var report = ImportReports.Of(catalog);
        CatalogFile.Write(file, catalog);
        OutputFile.Write(reportFile, beside => File.WriteAllText(beside, JsonSerializer.Serialize(new PartRecord(fingerprint, report))));
        return (part, file, catalog.Ids.ToArray(), report, false);
    }

    private static ImportReport? Kept(string reportFile, string fingerprint)
    {
        try
        {
            return File.Exists(reportFile) && JsonSerializer.Deserialize<PartRecord>(File.ReadAllText(reportFile)) is { } record && record.Fingerprint == fingerprint
                ? record.Report
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The schema holds what the options decide; a file that was changed has another time or length.
    private static string Fingerprint(ImportPart part, string schema)
    {
        var text = new StringBuilder(schema).Append('\n').Append(part.Options);
        foreach (var file in part.Files)
        {
            var info = new FileInfo(file);
            text.Append('\n').Append(info.FullName).Append('\t').Append(info.Exists ? info.Length : -1).Append('\t').Append(info.Exists ? info.LastWriteTimeUtc.Ticks : 0);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private sealed record PartRecord(string Fingerprint, ImportReport Report);
}
