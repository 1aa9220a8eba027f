using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.LightCurves;

namespace Atat.Training.FeatureTables;

/// <summary>Computes the feature table of a catalog in memory, on the calling thread.</summary>
public static class FeatureRows
{
    /// <summary>How a file names what an extractor computes.</summary>
    public static FeatureSet SetOf(FeatureExtractor extractor) =>
        new(extractor.Schema.Survey, FeaturePresets.NameOf(extractor.Settings.Preset), extractor.Settings.Published, [.. extractor.Columns.Select(c => c.Name)]);

    /// <summary>Computes the features of every object at every day: the rows of one object together, days in the order given.</summary>
    /// <param name="catalog">Catalog.</param>
    /// <param name="days">Days after the first detection.</param>
    /// <param name="extractor">Computes; of the catalog's schema.</param>
    /// <param name="done">Called after each object.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FeatureTable Compute(Catalog catalog, ReadOnlySpan<double> days, FeatureExtractor extractor, Action? done = null, CancellationToken cancellation = default)
    {
        var set = SetOf(extractor);
        var rows = catalog.Count * days.Length;
        var (ids, daysOfRows, values) = (new string[rows], new double[rows], new double[set.Features.Length]);
        var columns = new double[values.Length][];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = new double[rows];
        }

        var row = 0;
        for (var i = 0; i < catalog.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var day in days)
            {
                extractor.Compute(catalog[i], day, values);
                (ids[row], daysOfRows[row]) = (catalog.Ids[i], day);
                for (var column = 0; column < columns.Length; column++)
                {
                    columns[column][row] = values[column];
                }

                row++;
            }

            done?.Invoke();
        }

        return new FeatureTable(set, ids, daysOfRows, columns);
    }
}
