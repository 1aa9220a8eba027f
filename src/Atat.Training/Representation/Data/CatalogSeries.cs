using System.Runtime.InteropServices;
using Atat.LightCurves;

namespace Atat.Training.Representation.Data;

/// <summary>
/// Light curves of a catalog as series with times of 0 to 1 (thesis section 3.4.1): folded by the period, mod(t, p) / p, where there is one,
/// else scaled from the first observation to the last. Values are relative to the mean of their band, in units of the object's deviation, and so are
/// their errors; brightness and colours are left out, so that shape alone is compressed.
/// </summary>
public static class CatalogSeries
{
    /// <summary>Fewest observations of a series that is worth compressing.</summary>
    public const int FewestObservations = 5;

    /// <summary>Makes the series of some objects; saturated observations and objects with too few are left out.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="rows">Indices of the objects.</param>
    /// <param name="periods">(objects of the catalog), days; NaN or not positive where an object has none.</param>
    /// <param name="mostInBand">Observations of a band at most; of more, as many are drawn by the seed.</param>
    /// <param name="seed">Seed of that draw.</param>
    /// <param name="fewest">Objects with fewer observations are left out.</param>
    /// <exception cref="InputException">A label is outside the taxonomy.</exception>
    public static SeriesSet Of(Catalog catalog, ReadOnlySpan<int> rows, ReadOnlySpan<double> periods, int mostInBand, int seed, int fewest = FewestObservations)
    {
        var bands = catalog.Schema.Passbands.Length;
        var builder = new SeriesSetBuilder(bands > 1, hasVariances: true);
        var points = new List<SeriesPoint>();
        foreach (var row in rows)
        {
            points.Clear();
            Read(catalog[row].LightCurve, periods[row], points);
            Thin(points, mostInBand, bands, SeededRandom.For(seed, RandomPurpose.Series, row));
            if (points.Count >= fewest)
            {
                var series = CollectionsMarshal.AsSpan(points);
                Normalise(series, bands);
                series.Sort((a, b) => a.Time.CompareTo(b.Time));
                builder.Add(catalog.Ids[row], ClassOf(catalog, row), series);
            }
        }

        return builder.Build();
    }

    /// <summary>The periods that stand in the catalog: the column of that role; all NaN without one.</summary>
    public static double[] Periods(Catalog catalog)
    {
        var column = catalog.Schema.MetadataIndex(MetadataRole.Period);
        var periods = new double[catalog.Count];
        for (var i = 0; i < periods.Length; i++)
        {
            periods[i] = column < 0 ? double.NaN : catalog[i].Metadata[column];
        }

        return periods;
    }

    private static int ClassOf(Catalog catalog, int row) => catalog.Labels[row] is not { } label ? -1
        : catalog.Schema.Taxonomy.ClassOf(label) is >= 0 and var index ? index
        : throw new InputException($"Object '{catalog.Ids[row]}' has the label '{label}', which the taxonomy lacks; import it with a taxonomy that has it.");

    private static void Read(LightCurve curve, double period, List<SeriesPoint> points)
    {
        var isFolded = period > 0 && double.IsFinite(period);
        var first = curve.Length > 0 ? curve.Mjd[0] : 0;
        var span = curve.Length > 0 ? curve.Mjd[^1] - first : 0;
        for (var k = 0; k < curve.Length; k++)
        {
            if (!curve.Saturated[k])
            {
                var time = isFolded ? curve.Mjd[k] / period : span > 0 ? (curve.Mjd[k] - first) / span : 0;
                points.Add(new((float)(isFolded ? time - Math.Floor(time) : time), curve.Flux[k], curve.Band[k], curve.FluxError[k] * curve.FluxError[k]));
            }
        }
    }

    private static void Thin(List<SeriesPoint> points, int most, int bands, Random random)
    {
        if (points.Count <= most)
        {
            return;
        }

        var shuffled = points.ToArray();
        random.Shuffle(shuffled);
        var counts = new int[bands];
        points.Clear();
        points.AddRange(shuffled.Where(p => counts[p.Band]++ < most));
    }

    private static void Normalise(Span<SeriesPoint> points, int bands)
    {
        var (sums, counts) = (new double[bands], new int[bands]);
        foreach (var point in points)
        {
            sums[point.Band] += point.Value;
            counts[point.Band]++;
        }

        var squares = 0.0;
        foreach (var point in points)
        {
            var relative = point.Value - (sums[point.Band] / counts[point.Band]);
            squares += relative * relative;
        }

        var deviation = Math.Sqrt(squares / points.Length);
        var scale = deviation > 0 ? 1 / deviation : 1;
        foreach (ref var point in points)
        {
            point = point with
            {
                Value = (float)((point.Value - (sums[point.Band] / counts[point.Band])) * scale),
                Variance = (float)(point.Variance * scale * scale),
            };
        }
    }
}
