using Atat.Formats.Predictions;
using Atat.LightCurves;

namespace Atat.Training;

/// <summary>Puts together a table of predictions from passes over some objects at one day each, whatever classifies them.</summary>
internal static class PredictionPasses
{
    // Rows between two reports of progress.
    private const int RowsAtOnce = 8192;

    /// <summary>Classifies objects at days.</summary>
    /// <param name="taxonomy">The model's classes.</param>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="days">Days after their first detection.</param>
    /// <param name="classify">Probabilities of some of the rows at a day: (rows, classes), row-major.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops between passes.</param>
    /// <returns>All rows of the first day, then of the next.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PredictionTable Run(
        Taxonomy taxonomy,
        Catalog catalog,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> days,
        Func<int[], double, float[]> classify,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var classes = taxonomy.Classes.Length;
        var total = rows.Length * days.Length;
        var probabilities = new float[total * classes];
        var next = 0;
        foreach (var day in days)
        {
            for (var start = 0; start < rows.Length; start += RowsAtOnce)
            {
                cancellation.ThrowIfCancellationRequested();
                var part = rows.Slice(start, Math.Min(RowsAtOnce, rows.Length - start)).ToArray();
                classify(part, day).CopyTo(probabilities.AsSpan(next * classes));
                next += part.Length;
                progress?.Report((double)next / total);
            }
        }

        return Table(taxonomy, catalog, rows, days, probabilities);
    }

    /// <summary>A table of probabilities that are known.</summary>
    /// <param name="taxonomy">The model's classes.</param>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="days">Days after their first detection.</param>
    /// <param name="probabilities">All rows of the first day, then of the next: (days x rows, classes), row-major.</param>
    public static PredictionTable Table(Taxonomy taxonomy, Catalog catalog, ReadOnlySpan<int> rows, ReadOnlySpan<double> days, float[] probabilities)
    {
        var total = rows.Length * days.Length;
        var (ids, dayOf, labels) = (new string[total], new double[total], new string?[total]);
        for (var i = 0; i < total; i++)
        {
            var row = rows[i % rows.Length];
            ids[i] = catalog.Ids[row];
            dayOf[i] = days[i / rows.Length];
            labels[i] = catalog.Labels[row] is { } label && taxonomy.ClassOf(label) is var c and >= 0 ? taxonomy.Classes[c] : null;
        }

        return new PredictionTable(taxonomy.Classes, ids, dayOf, labels, probabilities);
    }
}
