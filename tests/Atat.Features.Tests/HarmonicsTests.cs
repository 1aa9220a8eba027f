namespace Atat.Features.Tests;

public sealed class HarmonicsTests(ITestOutputHelper output)
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("features.csv", FeaturePreset.Composite)]
    [InlineData("features_thesis.csv", FeaturePreset.Thesis)]
    public void Agrees_with_the_reference_at_its_period(string file, FeaturePreset preset)
    {
        var expected = ReferenceFeatures.Values(file);
        var conditions = ReferenceFeatures.Conditions();
        var names = Harmonics.FamilyOf(preset).Features.Select(feature => feature.Name).ToArray();
        int fits = 0, skipped = 0, compared = 0, wrong = 0;
        foreach (var (item, rows) in ReferenceFeatures.LightCurves().Where(pair => expected.ContainsKey((pair.Key, names[0], "u"))))
        {
            var period = expected[(item, "Multiband_period", "all")];
            foreach (var name in ReferenceFeatures.Bands)
            {
                var band = preset == FeaturePreset.Composite ? ReferenceFeatures.All(rows, name) : ReferenceFeatures.Thesis(rows, name);
                double[] wanted = [.. names.Select(feature => expected[(item, feature, $"{name}")])];
                var actual = Compute(band, period, preset);
                Assert.Equal(double.IsNaN(wanted[^1]), double.IsNaN(actual[^1]));
                if (double.IsNaN(wanted[^1]))
                {
                    continue;
                }

                fits++;
                var condition = HarmonicPseudoInverse.Of(band, period).Condition;
                if (conditions.TryGetValue((item, $"{name}"), out var stated) && preset == FeaturePreset.Composite && stated < 1e6)
                {
                    Assert.Equal(stated, condition, 1e-2 * stated);
                }

                if (condition > 1e6)
                {
                    skipped++;
                    continue;
                }

                for (var i = 0; i < names.Length; i++)
                {
                    if (Tolerance(names[i], wanted, names, band, condition) is { } tolerance)
                    {
                        compared++;
                        var gap = Math.Abs(wanted[i] - actual[i]);
                        gap = names[i].Contains("phase", StringComparison.Ordinal) ? Math.Min(gap, Math.Tau - gap) : gap;
                        if (!(gap <= tolerance))
                        {
                            wrong++;
                            output.WriteLine($"{item} {name} N={band.Length} {names[i]} {wanted[i]:g10} {actual[i]:g10} cond {condition:g3}");
                        }
                    }
                }
            }
        }

        output.WriteLine($"{fits} fits, {skipped} ill-conditioned; {wrong} of {compared} values differ");

        // The published angles, up to 1e7 rad, are rounded to 1e-9: one fit of large cancelling amplitudes shows it.
        Assert.True(wrong <= 0.002 * compared, $"{wrong} of {compared} values differ");
    }

    [Theory]
    [InlineData("composite", FeaturePreset.Composite)]
    [InlineData("thesis", FeaturePreset.Thesis)]
    public void Have_the_published_order(string variant, FeaturePreset preset) =>
        Assert.Equal(
            ReferenceFeatures.Names(variant, name => name.StartsWith("Harmonics", StringComparison.Ordinal)),
            Harmonics.FamilyOf(preset).Features.Select(feature => feature.Name));

    [Theory]
    [InlineData(FeaturePreset.Composite)]
    [InlineData(FeaturePreset.Thesis)]
    public void Recovers_a_series(FeaturePreset preset) =>
        Gen.Select(Gen.Double[0.5, 20], Gen.Double[1, 10].Array[7], Gen.Double[-3, 3].Array[7]).Sample(
            (period, amplitudes, phases) =>
            {
                var times = Enumerable.Range(0, 60).Select(i => 60_000 + (period * ((i * 0.6180339887) % 1) + (period * (i / 6)))).Order().ToArray();
                double Series(double t) => 3 + Enumerable.Range(0, 7).Sum(k => amplitudes[k] * Math.Cos((Math.Tau * (k + 1) * t / period) - phases[k]));
                double[] flux = [.. times.Select(Series)];
                var values = Compute(new(times, flux, [.. times.Select(t => 1 + (0.5 * Math.Sin(t)))]), period, preset);
                var names = Harmonics.FamilyOf(preset).Features.Select(feature => feature.Name).ToList();
                for (var k = 1; k <= 7; k++)
                {
                    Assert.Equal(amplitudes[k - 1], values[names.IndexOf($"Harmonics_mag_{k}")], 1e-6);
                    if (k > 1)
                    {
                        var turns = (values[names.IndexOf($"Harmonics_phase_{k}")] - phases[k - 1] + (k * phases[0])) / Math.Tau;
                        Assert.Equal(Math.Round(turns), turns, 1e-6);
                    }
                }

                Assert.Equal(0, values[names.IndexOf("Harmonics_mse")], 1e-9);
            },
            threads: 1);

    [Fact]
    public void Takes_the_smallest_coefficients_of_those_that_fit() =>
        Gen.Select(Gen.Double[0, 30], Gen.Double[-50, 50], Gen.Double[0.5, 5]).Array[1, 40].Where(rows => rows.Length > 0).Sample(
            rows =>
            {
                // Times on a grid of a quarter of a day, so that points share a phase exactly and the rank is below their number.
                var sorted = rows.OrderBy(row => row.Item1).ToArray();
                var band = new Points(
                    [.. sorted.Select(row => Math.Floor(row.Item1 * 4) / 4)],
                    [.. sorted.Select(row => row.Item2)],
                    [.. sorted.Select(row => row.Item3)]);
                var expected = HarmonicPseudoInverse.Of(band, 4).Solution;
                var values = Compute(band, 4, FeaturePreset.Thesis);
                for (var k = 1; k <= 7; k++)
                {
                    Assert.Equal(double.Hypot(expected[(2 * k) - 1], expected[2 * k]), values[k - 1], 1e-6);
                }
            },
            threads: 1);

    [Fact]
    public void Many_points_of_one_phase_have_coefficients()
    {
        // What rounding leaves of dependent columns falls below the square root of the least number.
        var random = new Random(3);
        for (var trial = 0; trial < 200; trial++)
        {
            var count = random.Next(15, 41);
            var time = 0.25 * random.Next(0, 16);
            var band = new Points([.. Enumerable.Repeat(time, count)], [.. Enumerable.Range(0, count).Select(_ => (100 * random.NextDouble()) - 50)], [.. Enumerable.Range(0, count).Select(_ => 0.5 + (4.5 * random.NextDouble()))]);
            Assert.All(Compute(band, 4, FeaturePreset.Thesis)[..7], value => Assert.True(double.IsFinite(value), $"{count} points at {time}"));
        }
    }

    [Theory]
    [MemberData(nameof(Points.Odd), MemberType = typeof(Points))]
    public void Is_finite_or_NaN(string name, Points band)
    {
        foreach (var period in (double[])[0.3, 60_000, 1e30, 1e-300, 0, -3, double.NaN, double.PositiveInfinity])
        {
            Assert.All(Compute(band, period, FeaturePreset.Thesis), value => Assert.False(double.IsInfinity(value), name));
            Assert.All(Compute(band, period, FeaturePreset.Composite), value => Assert.False(double.IsInfinity(value), name));
        }
    }

    [Fact]
    public void Leaves_out_points_without_an_error()
    {
        var band = Points.Long(30);
        var more = new Points([.. band.Time, 60_001], [.. band.Flux, 1e6], [.. band.Error, 0]);
        Assert.Equal(Compute(band, 0.05, FeaturePreset.Composite), Compute(more, 0.05, FeaturePreset.Composite));
    }

    [Fact]
    public void Takes_long_bands() => Assert.All(Compute(Points.Long(100_000), 3, FeaturePreset.Composite), value => Assert.True(value >= 0));

    [Fact]
    public void Allocates_nothing()
    {
        var (band, few) = (Points.Long(100), Points.Long(9));
        var values = new double[15];
        Assert.Equal(0, Measure.Allocation(() =>
        {
            Harmonics.Compute(band.Band(), 3, FeaturePreset.Composite, scratch, values);
            Harmonics.Compute(few.Band(), 3, FeaturePreset.Thesis, scratch, values);
        }));
    }

    /// <summary>Null where the reference is rounding noise.</summary>
    private static double? Tolerance(string feature, double[] wanted, string[] names, Points band, double condition)
    {
        var value = wanted[Array.IndexOf(names, feature)];
        var variance = band.Flux.Select(f => f * f).Average();
        var meanSquare = wanted[Array.IndexOf(names, "Harmonics_mse")];
        if (double.IsNaN(value) || (feature is "Harmonics_mse" or "Harmonics_chi" && meanSquare < 1e-12 * variance))
        {
            return null;
        }

        if (!feature.Contains("phase", StringComparison.Ordinal))
        {
            if (value < 1e-9)
            {
                return null;
            }

            return Math.Max(1e-6, 1e-9 * condition) * Math.Max(Math.Abs(value), 1e-12);
        }

        var own = wanted[Array.IndexOf(names, feature.Replace("phase", "mag", StringComparison.Ordinal))];
        return Math.Min(own, wanted[Array.IndexOf(names, "Harmonics_mag_1")]) < 1e-9 ? null : Math.Max(1e-5, 1e-8 * condition);
    }

    private double[] Compute(Points band, double period, FeaturePreset preset)
    {
        var values = new double[Harmonics.FamilyOf(preset).Features.Length];
        Harmonics.Compute(band.Band(), period, preset, scratch, values);
        Assert.Equal(0, scratch.Mark);
        return values;
    }
}
