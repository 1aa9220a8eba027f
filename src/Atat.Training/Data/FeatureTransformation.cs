using System.Collections.Immutable;
using Atat.Formats.FeatureTables;
using Atat.LightCurves;
using Atat.Networks.Quantiles;

namespace Atat.Training.Data;

/// <summary>
/// The features that a network reads, each with a transformation (of quantiles, or standardised) for every day that light curves are cut at in training: what is a
/// long rise time after 8 days is a short one after 2048. At another day the transformation of the nearest training day before it holds.
/// </summary>
/// <param name="Set">The features, in the order of the network's columns behind those of the metadata.</param>
/// <param name="Days">Days after the first detection, ascending.</param>
/// <param name="Transformations">(days): one for each feature.</param>
public sealed record FeatureTransformation(FeatureSet Set, ImmutableArray<double> Days, ImmutableArray<ImmutableArray<IColumnTransformation>> Transformations)
{
    // As many as scikit-learn's default; ten times that would make up most of a run folder.
    private const int Quantiles = 1000;

    /// <summary>No features: a network without them.</summary>
    public static FeatureTransformation None { get; } = new(new FeatureSet(null, null, Published: false, []), [], []);

    /// <summary>Number of features.</summary>
    public int Width => Set.Features.Length;

    /// <summary>Fits the features on training rows only.</summary>
    /// <param name="source">Gives their values.</param>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Training rows.</param>
    /// <param name="days">Days that light curves are cut at.</param>
    /// <param name="quantile">Whether by their quantiles; standardised otherwise.</param>
    /// <exception cref="InputException">The source has no such object or day.</exception>
    public static FeatureTransformation Fit(FeatureSource source, Catalog catalog, int[] rows, IEnumerable<double> days, bool quantile = true)
    {
        var width = source.Set.Features.Length;
        var ascending = Window.Distinct(days);
        return new FeatureTransformation(source.Set, [.. ascending], [.. ascending.Select(day =>
        {
            var values = source.Values(catalog, rows, day);
            var fitted = new IColumnTransformation[width];
            Parallel.For(0, width, k =>
            {
                var column = new double[rows.Length];
                for (var i = 0; i < column.Length; i++)
                {
                    column[i] = values[(i * width) + k];
                }

                fitted[k] = ColumnTransformations.Fit(column, quantile ? Quantiles : 0);
            });
            return fitted.ToImmutableArray();
        })]);
    }

    /// <summary>Transformed features of objects at a day.</summary>
    /// <param name="source">Gives their values.</param>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="day">Days after the first detection.</param>
    /// <returns>(rows, features), row-major; empty without features.</returns>
    /// <exception cref="InputException">The source has no such object or day.</exception>
    public float[] Apply(FeatureSource source, Catalog catalog, int[] rows, double day)
    {
        var values = source.Values(catalog, rows, day);
        var transformations = Transformations[DayIndex(day)];
        var result = new float[values.Length];
        Parallel.For(0, rows.Length, i =>
        {
            for (var k = 0; k < Width; k++)
            {
                result[(i * Width) + k] = (float)transformations[k].Transform(values[(i * Width) + k]);
            }
        });
        return result;
    }

    /// <summary>Place of the nearest training day at or before a day; the first where there is none.</summary>
    public int DayIndex(double day)
    {
        var index = Days.Length - 1;
        while (index > 0 && Days[index] > day)
        {
            index--;
        }

        return index;
    }
}
