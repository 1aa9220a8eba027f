using Atat.LightCurves;
using Atat.Training.Representation.Data;

namespace Atat.Training.Tests.Representation;

/// <summary>Light curves as series of times from 0 to 1.</summary>
public sealed class CatalogSeriesTests
{
    private static readonly double[] Mjd = [60000.1, 60001.7, 60002.3, 60004.4, 60007.9, 60010.1];

    [Fact]
    public void A_period_folds_and_none_scales_from_first_to_last()
    {
        var catalog = Make(Mjd);
        var folded = CatalogSeries.Of(catalog, [0], [2.5], 200, 1);
        Assert.Equal(Mjd.Select(t => (float)((t / 2.5) - Math.Floor(t / 2.5))).Order(), folded.Times, Near);
        foreach (var period in (double[])[double.NaN, 0, -1, double.PositiveInfinity])
        {
            var scaled = CatalogSeries.Of(catalog, [0], [period], 200, 1);
            Assert.Equal(Mjd.Select(t => (float)((t - Mjd[0]) / 10)), scaled.Times, Near);
        }
    }

    [Fact]
    public void Bands_are_centred_and_the_object_scaled()
    {
        var set = CatalogSeries.Of(Make(Mjd), [0], [double.NaN], 200, 1);
        for (var band = 0; band < 2; band++)
        {
            Assert.InRange(set.Values.Where((_, k) => set.Bands[k] == band).Average(), -1e-6, 1e-6);
        }

        Assert.InRange(set.Values.Average(v => v * v), 0.9999, 1.0001);

        // Values 1 … 6 in turn in two bands: the deviation about the bands' means is the root of 8 / 3; errors are 0.5.
        Assert.All(set.Variances, v => Assert.Equal(0.25f / (8f / 3), v, 1e-5f));
    }

    [Fact]
    public void Saturated_observations_and_short_objects_are_left_out()
    {
        Assert.Equal(5, CatalogSeries.Of(Make(Mjd, saturated: 2), [0], [1], 200, 1).Values.Length);
        Assert.Equal(0, CatalogSeries.Of(Make(Mjd[..4]), [0], [1], 200, 1).Count);
    }

    [Fact]
    public void Bands_are_thinned_by_the_seed()
    {
        var mjd = Enumerable.Range(0, 60).Select(i => 60000.0 + i).ToArray();
        var first = CatalogSeries.Of(Make(mjd), [0], [double.NaN], 10, 1);
        Assert.Equal([10, 10], first.Bands.GroupBy(b => b).Select(g => g.Count()));
        Assert.Equal(first.Times, CatalogSeries.Of(Make(mjd), [0], [double.NaN], 10, 1).Times);
        Assert.NotEqual(first.Times, CatalogSeries.Of(Make(mjd), [0], [double.NaN], 10, 2).Times);
    }

    [Fact]
    public void A_constant_object_stays_finite() =>
        Assert.All(CatalogSeries.Of(Make(Mjd, constant: true), [0], [1], 200, 1).Values, v => Assert.Equal(0, v));

    private static bool Near(float a, float b) => Math.Abs(a - b) < 1e-5;

    private static Catalog Make(double[] mjd, int saturated = -1, bool constant = false)
    {
        var builder = new CatalogBuilder(ToySurvey.Schema);
        var count = mjd.Length;
        builder.Add(
            new ObjectRow("one", "rise"),
            [1, 2, 3],
            new LightCurve(
                mjd,
                [.. Enumerable.Range(1, count).Select(i => constant ? 7f : i)],
                [.. Enumerable.Repeat(0.5f, count)],
                [.. Enumerable.Range(0, count).Select(i => (byte)(i % 2))],
                new bool[count],
                [.. Enumerable.Range(0, count).Select(i => i == saturated)]));
        return builder.Build();
    }
}
