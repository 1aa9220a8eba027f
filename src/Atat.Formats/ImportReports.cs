using Atat.LightCurves;

namespace Atat.Formats;

/// <summary>Makes the report of an import from its catalog and what the importer counted.</summary>
internal static class ImportReports
{
    /// <summary>Makes a report; notes that count nothing are left out.</summary>
    public static ImportReport Of(Catalog catalog, params ReadOnlySpan<ImportNote> notes)
    {
        var withoutObservations = 0;
        var unknownLabels = new SortedSet<string>(StringComparer.Ordinal);
        var unknownLabelCount = 0;
        for (var i = 0; i < catalog.Count; i++)
        {
            withoutObservations += catalog.Offsets[i] == catalog.Offsets[i + 1] ? 1 : 0;
            if (catalog.Labels[i] is { } label && catalog.Schema.Taxonomy.ClassOf(label) < 0)
            {
                unknownLabelCount++;
                unknownLabels.Add(label);
            }
        }

        var unknown = new ImportNote($"objects with labels that the taxonomy does not have ({string.Join(", ", unknownLabels)})", unknownLabelCount);
        return new ImportReport(
            catalog.Count,
            catalog.ObservationCount,
            withoutObservations,
            catalog.UnsortedCount,
            [.. notes.ToArray().Append(unknown).Where(note => note.Count > 0)]);
    }

    /// <summary>The report of an import that was carried out in parts.</summary>
    /// <param name="parts">Reports of the parts.</param>
    /// <param name="notes">What concerns all of it; those that count nothing are left out.</param>
    public static ImportReport Sum(IReadOnlyList<ImportReport> parts, params ReadOnlySpan<ImportNote> notes) => new(
        parts.Sum(p => p.Objects),
        parts.Sum(p => p.Observations),
        parts.Sum(p => p.WithoutObservations),
        parts.Sum(p => p.Unsorted),
        [
            .. parts.SelectMany(p => p.Notes).GroupBy(n => n.What, StringComparer.Ordinal).Select(g => new ImportNote(g.Key, g.Sum(n => n.Count))),
            .. notes.ToArray().Where(n => n.Count > 0),
        ]);
}
