using Atat.Forests;
using Atat.LightCurves;
using Atat.Training.Data;
using Atat.Training.Runs;

namespace Atat.Training.Trees;

/// <summary>Metadata and features of objects as trees read them: as they are, NaN for what is missing.</summary>
internal static class TreeInputs
{
    // Bounds the memory of features in double precision.
    private const int ObjectsAtOnce = 16_384;

    /// <summary>The columns of a model for objects at days.</summary>
    /// <param name="description">Names the columns: metadata, then features.</param>
    /// <param name="source">Gives the features; null where the model reads none.</param>
    /// <param name="catalog">The objects.</param>
    /// <param name="objects">Which of them.</param>
    /// <param name="days">Days after the first detection.</param>
    /// <returns>All objects at the first day, then at the next.</returns>
    /// <exception cref="InputException">The catalog lacks a column, or the features an object or a day.</exception>
    public static FeatureMatrix Of(ModelDescription description, FeatureSource? source, Catalog catalog, int[] objects, double[] days)
    {
        var places = MetadataTransformation.Places(catalog, description.Metadata);
        var width = catalog.Schema.Metadata.Length;
        var columns = Enumerable.Range(0, description.TabularColumns).Select(_ => new float[objects.Length * days.Length]).ToArray();
        for (var row = 0; row < objects.Length * days.Length; row++)
        {
            for (var k = 0; k < places.Length; k++)
            {
                columns[k][row] = catalog.Metadata[(objects[row % objects.Length] * width) + places[k]];
            }
        }

        var features = source?.Set.Features ?? [];
        for (var first = 0; source is not null && first < columns[0].Length;)
        {
            var (day, start) = Math.DivRem(first, objects.Length);
            var some = objects.AsSpan(start, Math.Min(ObjectsAtOnce, objects.Length - start));
            var values = source.Values(catalog, some, days[day]);
            for (var k = 0; k < features.Length; k++)
            {
                var column = columns[places.Length + k].AsSpan(first, some.Length);
                for (var i = 0; i < column.Length; i++)
                {
                    column[i] = (float)values[(i * features.Length) + k];
                }
            }

            first += some.Length;
        }

        return new FeatureMatrix([.. description.Metadata, .. features], columns);
    }
}
