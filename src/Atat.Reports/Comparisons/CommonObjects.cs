using System.Collections.Immutable;
using Atat.Formats.Predictions;
using Atat.LightCurves;

namespace Atat.Reports.Comparisons;

/// <summary>The labelled objects that several prediction tables share.</summary>
internal static class CommonObjects
{
    /// <summary>Identifiers of the objects whose label is one of the table's classes.</summary>
    public static HashSet<string> Labelled(PredictionTable table)
    {
        var classes = table.Classes.ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, table.Count).Where(row => table.Labels[row] is { } label && classes.Contains(label)).Select(row => table.ObjectIds[row])];
    }

    /// <summary>Identifiers that all tables have.</summary>
    /// <exception cref="InputException">Two of them share none.</exception>
    public static HashSet<string> Of(IReadOnlyList<ComparedRun> runs, IReadOnlyList<HashSet<string>> labelled)
    {
        var common = labelled[0].ToHashSet(StringComparer.Ordinal);
        for (var r = 1; r < runs.Count; r++)
        {
            common.IntersectWith(labelled[r]);
            if (common.Count == 0)
            {
                throw new InputException($"{runs[r].Name} was evaluated on {labelled[r].Count} objects, none of which {string.Join(" and ", runs.Take(r).Select(run => run.Name))} {(r == 1 ? "was" : "were both")} evaluated on; evaluate all runs on the test objects of one catalog: atat evaluate RUN --data CATALOG --out RUN/evaluation.");
            }
        }

        return common;
    }

    /// <summary>The rows of some objects, with the classes in a given order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ids">The objects to keep.</param>
    /// <param name="classes">The table's classes in the order wanted.</param>
    public static PredictionTable Restrict(PredictionTable table, HashSet<string> ids, ImmutableArray<string> classes)
    {
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(row => ids.Contains(table.ObjectIds[row]))];
        int[] columns = [.. classes.Select(name => table.Classes.IndexOf(name))];
        var probabilities = new float[rows.Length * columns.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = table.Row(rows[i]);
            for (var k = 0; k < columns.Length; k++)
            {
                probabilities[(i * columns.Length) + k] = row[columns[k]];
            }
        }

        return new PredictionTable(
            classes,
            Array.ConvertAll(rows, row => table.ObjectIds[row]),
            Array.ConvertAll(rows, row => table.Days[row]),
            Array.ConvertAll(rows, row => table.Labels[row]),
            probabilities);
    }
}
