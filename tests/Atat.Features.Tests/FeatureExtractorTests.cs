using Atat.LightCurves;

namespace Atat.Features.Tests;

public sealed class FeatureExtractorTests
{
    [Theory]
    [MemberData(nameof(Surveys.Settings), MemberType = typeof(Surveys))]
    public void Allocates_nothing_once_it_has_its_memory(FeaturePreset preset, bool published)
    {
        var extractor = Surveys.Extractor(preset, published);
        var objects = Enumerable.Range(1, 4).Select(seed => ObjectRows.Supernova(6, 40 - seed, seed)).ToArray();
        var values = new double[extractor.Columns.Length];
        void Compute(int count)
        {
            for (var i = 0; i < count; i++)
            {
                extractor.Compute(objects[i % 4].Observations(), Surveys.Information, values);
            }
        }

        Compute(4);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Compute(20);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Surveys.Settings), MemberType = typeof(Surveys))]
    public void Does_not_depend_on_the_order_of_rows(FeaturePreset preset, bool published)
    {
        var rows = ObjectRows.Supernova(6, 40);
        var places = Enumerable.Range(0, rows.Time.Length).ToArray();
        new Random(5).Shuffle(places);
        Assert.Equal(rows.Time.Length, rows.Time.Distinct().Count());
        Assert.Equal(Surveys.Features(Surveys.Extractor(preset, published), rows), Surveys.Features(Surveys.Extractor(preset, published), rows.At(places)));
    }

    [Theory]
    [MemberData(nameof(Surveys.Settings), MemberType = typeof(Surveys))]
    public void Does_not_depend_on_what_was_computed_before(FeaturePreset preset, bool published)
    {
        var (first, second) = (Surveys.Extractor(preset, published), Surveys.Extractor(preset, published));
        var objects = Enumerable.Range(1, 6).Select(i => ObjectRows.Supernova(6, 7 * i, i)).ToArray();
        var expected = objects.Select(rows => Surveys.Features(Surveys.Extractor(preset, published), rows)).ToArray();
        for (var i = 0; i < objects.Length; i++)
        {
            Assert.Equal(expected[i], Surveys.Features(first, objects[i]));
            Assert.Equal(expected[^(i + 1)], Surveys.Features(second, objects[^(i + 1)]));
        }
    }

    [Theory]
    [InlineData(FeaturePreset.Thesis)]
    [InlineData(FeaturePreset.Composite)]
    public void At_a_day_uses_the_observations_known_then(FeaturePreset preset)
    {
        var catalog = Surveys.Catalog(Surveys.Six, ObjectRows.Supernova(6, 40));
        var curve = catalog[0].LightCurve;
        var rows = new int[curve.Length];
        rows = rows[..Window.Select(curve, 8, WindowRule.Causal, rows)];
        Assert.InRange(rows.Length, 20, curve.Length / 2);

        var known = new List<(double Time, double Flux, double Error, byte Band, bool Detected)>();
        foreach (var i in rows)
        {
            known.Add((curve.Mjd[i], curve.Flux[i], curve.FluxError[i], curve.Band[i], curve.Detected[i]));
        }

        var extractor = Surveys.Extractor(preset);
        var values = new double[extractor.Columns.Length];
        extractor.Compute(catalog[0], 8, values);
        Assert.Equal(Surveys.Features(Surveys.Extractor(preset), ObjectRows.Of(known)), values);
    }

    [Theory]
    [InlineData(FeaturePreset.Thesis)]
    [InlineData(FeaturePreset.Composite)]
    public void Brings_fluxes_to_one_zero_point(FeaturePreset preset)
    {
        var rows = ObjectRows.Supernova(6, 40);

        // Ten times a multiple of 1/8 is exact in single precision.
        var coarse = rows with { Flux = [.. rows.Flux.Select(f => Math.Round(f * 8) / 8)], Error = [.. rows.Error.Select(e => Math.Ceiling(e * 8) / 8)] };
        var tenfold = coarse with { Flux = [.. coarse.Flux.Select(f => f * 10)], Error = [.. coarse.Error.Select(e => e * 10)] };
        Assert.Equal(Whole(preset, 27.5, tenfold), Whole(preset, 25, coarse));
    }

    [Fact]
    public void Takes_a_known_period()
    {
        var extractor = Surveys.Extractor(FeaturePreset.Thesis);
        var rows = ObjectRows.Supernova(6, 40);
        var searched = Surveys.Features(extractor, rows);
        var names = extractor.Columns.Select(column => column.Name).ToList();
        var values = new double[searched.Length];
        extractor.Compute(rows.Observations(), Surveys.Information, values, searched[names.IndexOf("Multiband_period")]);
        for (var i = 0; i < values.Length; i++)
        {
            var ofSearch = extractor.Columns[i].Family.Name.StartsWith('p');
            Assert.Equal(ofSearch ? double.NaN : searched[i], values[i]);
        }
    }

    private static double[] Whole(FeaturePreset preset, double zeroPoint, ObjectRows rows)
    {
        var schema = Surveys.Schema("ugrizY", zeroPoint: zeroPoint);
        var extractor = Surveys.Extractor(preset, schema: schema);
        var values = new double[extractor.Columns.Length];
        extractor.Compute(Surveys.Catalog(schema, rows)[0], Window.WholeLightCurve, values);
        return values;
    }
}
