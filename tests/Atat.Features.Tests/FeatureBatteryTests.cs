using System.Diagnostics;
using Atat.Features.Periodograms;
using Atat.LightCurves;

namespace Atat.Features.Tests;

/// <summary>What holds of every feature, whatever it is given.</summary>
public sealed class FeatureBatteryTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(ObjectRows.Odd), MemberType = typeof(ObjectRows))]
    public void Is_finite_or_NaN(string name, ObjectRows rows)
    {
        foreach (var preset in Enum.GetValues<FeaturePreset>())
        {
            foreach (var published in (bool[])[false, true])
            {
                AllFinite(Surveys.Extractor(preset, published), rows, name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ObjectRows.Odd), MemberType = typeof(ObjectRows))]
    public void Is_finite_or_NaN_in_a_survey_of_one_band(string name, ObjectRows rows)
    {
        var one = rows with { Band = new byte[rows.Time.Length] };
        AllFinite(Surveys.Extractor(FeaturePreset.Thesis, schema: Surveys.Schema("r")), one, name);
        AllFinite(Surveys.Extractor(FeaturePreset.Composite, schema: Surveys.Schema("r")), one, name);
    }

    [Theory]
    [InlineData(20.0, 0.1)]
    [InlineData(20.0, 0)]
    [InlineData(-99.0, 0.1)]
    [InlineData(-1000.0, 1)]
    [InlineData(99.0, 99)]
    [InlineData(1e30, 1e30)]
    public void Is_finite_or_NaN_of_magnitudes(double magnitude, double error)
    {
        var schema = Surveys.Schema("gr", BrightnessUnit.Magnitude, double.NaN);
        var rows = ObjectRows.Supernova(2, 40);
        rows = rows with { Flux = [.. rows.Flux.Select(f => magnitude - (f / 50))], Error = [.. rows.Error.Select(_ => error)] };
        var catalog = Surveys.Catalog(schema, rows);
        foreach (var preset in Enum.GetValues<FeaturePreset>())
        {
            var extractor = Surveys.Extractor(preset, schema: schema);
            var values = new double[extractor.Columns.Length];
            extractor.Compute(catalog[0], Window.WholeLightCurve, values);
            Assert.All(values, value => Assert.False(double.IsInfinity(value)));
            var colour = values[extractor.Columns.Select(column => column.Name).ToList().IndexOf("g-r")];
            Assert.True(Math.Abs(magnitude) > 1000 || Math.Abs(colour) < 1, $"{colour}");
        }
    }

    [Theory]
    [MemberData(nameof(Surveys.Settings), MemberType = typeof(Surveys))]
    public void Takes_long_light_curves(FeaturePreset preset, bool published)
    {
        var watch = Stopwatch.StartNew();

        // Single precision, which is there for comparison only, takes ten times as long.
        var rows = ObjectRows.Supernova(6, (published ? 20_000 : 100_000) / 6);
        var extractor = Surveys.Extractor(preset, published);
        Assert.All(Surveys.Features(extractor, rows), value => Assert.False(double.IsInfinity(value)));
        foreach (var (family, ticks) in extractor.FamilyNames.Zip(extractor.FamilyTicks))
        {
            output.WriteLine($"{family} {Stopwatch.GetElapsedTime(0, ticks).TotalSeconds:f2} s");
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Theory]
    [MemberData(nameof(Surveys.Settings), MemberType = typeof(Surveys))]
    public void Is_finite_where_there_is_all_that_it_needs(FeaturePreset preset, bool published)
    {
        var extractor = Surveys.Extractor(preset, published);
        var values = Surveys.Features(extractor, ObjectRows.Supernova(6, 40));
        Assert.Empty(extractor.Columns.Zip(values).Where(pair => !double.IsFinite(pair.Second)).Select(pair => pair.First.Name));
    }

    [Theory]
    [MemberData(nameof(Surveys.Settings), MemberType = typeof(Surveys))]
    public void Is_NaN_below_its_fewest_points(FeaturePreset preset, bool published)
    {
        var extractor = Surveys.Extractor(preset, published);
        var good = ObjectRows.Supernova(6, 40);
        var places = Enumerable.Range(0, good.Time.Length).Where(i => good.Band[i] == 2).ToArray();
        for (var count = 0; count <= 16; count++)
        {
            foreach (var first in (int[])[0, 10])
            {
                var kept = places[first..Math.Min(places.Length, first + count)];
                var values = Surveys.Features(extractor, good.Where(i => good.Band[i] != 2 || kept.Contains(i)));
                var defined = extractor.Columns.Zip(values)
                    .Where(pair => pair.First.Band == "r" && kept.Length < pair.First.Feature.MinimumPoints && !double.IsNaN(pair.Second))
                    .Select(pair => $"{pair.First.Name} of {kept.Length}");
                Assert.Empty(defined);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Surveys.Settings), MemberType = typeof(Surveys))]
    public void Is_defined_from_its_fewest_points_on(FeaturePreset preset, bool published)
    {
        var extractor = Surveys.Extractor(preset, published);
        var good = ObjectRows.Supernova(6, 40) with { Detected = [.. Enumerable.Repeat(true, 240)] };
        var places = Enumerable.Range(0, good.Time.Length).Where(i => good.Band[i] == 2).ToArray();

        // The supernova features need points of a kind, and the period of a band as many as the preset's search asks for.
        var chosen = extractor.Columns.Where(column => column.Band == "r" && column.Family.Name != "SN" && column.Family != PeriodFeatures.Bands).ToArray();
        foreach (var count in chosen.Select(column => column.Feature.MinimumPoints).Distinct())
        {
            var kept = places[10..(10 + count)];
            var values = Surveys.Features(extractor, good.Where(i => good.Band[i] != 2 || kept.Contains(i)));
            var undefined = chosen.Where(column => column.Feature.MinimumPoints <= count && double.IsNaN(values[extractor.Columns.IndexOf(column)]));
            Assert.Empty(undefined.Select(column => $"{column.Name} of {count}"));
        }
    }

    [Fact]
    public void Has_the_documented_values_for_constant_flux()
    {
        var good = ObjectRows.Supernova(6, 40);
        var rows = good with { Flux = [.. good.Flux.Select(_ => 7.0)], Detected = [.. good.Flux.Select(_ => true)] };
        foreach (var (preset, suffix) in new[] { (FeaturePreset.Thesis, ""), (FeaturePreset.Composite, "_flux") })
        {
            var extractor = Surveys.Extractor(preset);
            var values = Surveys.Features(extractor, rows);
            double Value(string name) => values[extractor.Columns.Select(column => column.Name).ToList().IndexOf($"{name}{suffix}_g")];
            string[] zero =
            [
                "Amplitude", "Beyond1Std", "Con", "Gskew", "MaxSlope", "Meanvariance", "MedianAbsDev", "MedianBRP", "PercentAmplitude", "Q31", "Std", "Pvar", "LinearTrend",
            ];
            Assert.All(zero, name => Assert.Equal(0, Value(name)));
            Assert.All((string[])["AndersonDarling", "Eta_e", "Rcs", "Skew", "SmallKurtosis", "StetsonK"], name => Assert.True(double.IsNaN(Value(name)), name));
            Assert.Equal(40, Value("Autocor_length"));
            Assert.Equal(7, Value("Mean"));
            Assert.Equal(-0.5, Value("SF_ML_amplitude"));
            Assert.Equal(-0.5, Value("SF_ML_gamma"));
            Assert.Equal(0.381966, Value("IAR_phi"), 1e-6);
        }
    }

    [Fact]
    public void Of_the_thesis_needs_six_observations()
    {
        var good = ObjectRows.Supernova(6, 40);
        Assert.All(Surveys.Features(Surveys.Extractor(FeaturePreset.Thesis), good.Where(i => i < 5)), value => Assert.True(double.IsNaN(value)));
        Assert.Contains(Surveys.Features(Surveys.Extractor(FeaturePreset.Thesis), good.Where(i => i < 6)), double.IsFinite);
    }

    [Theory]
    [MemberData(nameof(Surveys.Settings), MemberType = typeof(Surveys))]
    public void Is_finite_or_NaN_of_random_observations(FeaturePreset preset, bool published)
    {
        var extractor = Surveys.Extractor(preset, published);
        double[] some = [0, -1, 1, double.NaN, double.PositiveInfinity, 1e300, -1e300, 1e-300, 49_999, 299];
        var odd = Gen.Int[0, some.Length - 1].Select(i => some[i]);
        var number = Gen.Frequency((8, Gen.Double[-100, 100]), (1, odd));
        Gen.Select(Gen.Double[0, 60], number, Gen.Frequency((8, Gen.Double[0.1, 5]), (1, odd)), Gen.Byte[0, 5], Gen.Bool).Array[0, 40].Sample(
            rows => AllFinite(extractor, ObjectRows.Of(rows), "random"), iter: 30, threads: 1);
    }

    private static void AllFinite(FeatureExtractor extractor, ObjectRows rows, string name)
    {
        var values = Surveys.Features(extractor, rows);
        var wrong = extractor.Columns.Zip(values).Where(pair => double.IsInfinity(pair.Second)).Select(pair => pair.First.Name);
        Assert.True(!wrong.Any(), $"{name}, {extractor.Settings}: {string.Join(", ", wrong)}");
    }
}
