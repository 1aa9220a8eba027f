using Atat.LightCurves;

namespace Atat.Training.Data;

/// <summary>Transformed features of objects at some days, as a network reads them.</summary>
public sealed class FeatureInputs
{
    private readonly double[] days;
    private readonly int[] places;
    private readonly float[][] values;

    private FeatureInputs(int width, double[] days, int[] places, float[][] values)
    {
        Width = width;
        this.days = days;
        this.places = places;
        this.values = values;
    }

    /// <summary>No features.</summary>
    public static FeatureInputs None { get; } = new(0, [], [], []);

    /// <summary>Number of features.</summary>
    public int Width { get; }

    /// <summary>Transforms the features of objects.</summary>
    /// <param name="transformation">Fitted transformations.</param>
    /// <param name="source">Gives the values; null where there are no features.</param>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="days">Days that they will be asked for at.</param>
    /// <exception cref="InputException">The source has no such object or day.</exception>
    public static FeatureInputs Of(FeatureTransformation transformation, FeatureSource? source, Catalog catalog, int[] rows, IEnumerable<double> days)
    {
        if (source is null)
        {
            return None;
        }

        var placeOf = new int[catalog.Count];
        Array.Fill(placeOf, -1);
        for (var i = 0; i < rows.Length; i++)
        {
            placeOf[rows[i]] = i;
        }

        var known = Window.Distinct(days);
        return new FeatureInputs(transformation.Width, known, placeOf, [.. known.Select(day => transformation.Apply(source, catalog, rows, day))]);
    }

    /// <summary>Features of an object at a day.</summary>
    /// <param name="index">Object in the catalog.</param>
    /// <param name="day">Days after the first detection.</param>
    public ReadOnlySpan<float> Row(int index, double day) =>
        values[Array.IndexOf(days, Window.Named(day))].AsSpan(places[index] * Width, Width);
}
