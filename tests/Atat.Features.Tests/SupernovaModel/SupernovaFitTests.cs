using Atat.Features.SupernovaModel;

namespace Atat.Features.Tests.SupernovaModel;

public sealed class SupernovaFitTests
{
    private static readonly double[] Lower = [0, -50, 1, 0, 1, 1];
    private static readonly double[] Upper = [double.MaxValue, double.MaxValue, 120, 1, 100, 180];

    [Theory]
    [InlineData(FeaturePreset.Composite)]
    [InlineData(FeaturePreset.Thesis)]
    public void Minimum_is_as_low_as_the_published_optimiser_s(FeaturePreset preset)
    {
        var objects = ReferenceObject.ReadAll().ToDictionary(item => item.Id);
        var scratch = new Scratch();
        var values = new double[42];
        var ratios = new List<double>();
        var good = 0;
        foreach (var row in ReferenceFeatures.Cells("spm_optimum.csv").Where(row => row[0] == (preset == FeaturePreset.Thesis ? "thesis" : "composite")))
        {
            var item = objects[row[1]];
            var loss = SupernovaFit.Fit(item.Prepare(preset)!, item.Options(preset, published: true), scratch, values);
            double[] reference = [.. new[] { row[6], row[11], row[12] }.Select(ReferenceFeatures.Number).Where(double.IsFinite)];
            good += loss <= 1.05 * reference.Max() ? 1 : 0;
            ratios.Add(loss / reference[0]);
        }

        ratios.Sort();
        Assert.InRange((double)good / ratios.Count, preset == FeaturePreset.Thesis ? 0.88 : 0.95, 1);
        Assert.InRange(ratios[ratios.Count / 2], 0, 1.002);
    }

    [Fact]
    public void Recovers_a_supernova()
    {
        double[] truth = [80, 12, 25, 0.4, 4, 35];
        var series = Enumerable.Range(0, 40).Select(i => (Time: -20.0 + (4 * i), Band: (byte)(i % 2)));
        var observations = Observe(series.Select(row => (row.Time, VillarModel.Flux(truth, row.Time), 0.5, row.Band)));
        var values = new double[14];

        SupernovaFit.Fit(observations, Options(FeaturePreset.Thesis), new Scratch(), values);

        for (var band = 0; band < 2; band++)
        {
            for (var time = -20.0; time < 140; time += 4)
            {
                var fitted = VillarModel.Flux(values.AsSpan(band * 7, 6), time);
                Assert.Equal(VillarModel.Flux(truth, time), fitted, 1.0);
            }
        }
    }

    [Fact]
    public void Values_are_within_bounds_whatever_the_data() => Gen.Select(
        Gen.OneOf(Gen.Double[-100, 1000], Gen.Const(5.0)).Array[0, 40],
        Gen.OneOf(Gen.Const(1e-38), Gen.Const(1e-3), Gen.Const(1.0), Gen.Const(1e6), Gen.Const(1e30), Gen.Const(3e38)),
        Gen.Double[-1, 1].Array[40],
        Gen.OneOf(Gen.Const(0.0), Gen.Const(1e-40), Gen.Double[0, 1]),
        Gen.Bool,
        Gen.OneOf(Gen.Const(double.NaN), Gen.Double[-1, 12])).Sample((times, scale, flux, error, published, redshift) =>
        {
            Array.Sort(times);
            var observations = Observe(times.Select((time, i) => (time, scale * flux[i], scale * error, (byte)(flux[i] > 0.3 ? 1 : 0))));
            foreach (var preset in new[] { FeaturePreset.Thesis, FeaturePreset.Composite })
            {
                var values = new double[14];
                var options = Options(preset) with { Published = published, Redshift = redshift, Reddening = 0.1 };
                var loss = SupernovaFit.Fit(observations, options, new Scratch(), values);
                Assert.Equal(times.Length > 0, double.IsFinite(loss));
                for (var band = 0; band < 2; band++)
                {
                    var present = observations[band].Length > 0;
                    for (var p = 0; p < 6; p++)
                    {
                        var value = values[(band * 7) + p];
                        Assert.Equal(present, double.IsFinite(value));
                        Assert.True(!present || (value >= Lower[p] && value <= Upper[p]), $"{p}: {value}");
                    }

                    Assert.Equal(observations[band].Length > 6, double.IsFinite(values[(band * 7) + 6]));
                }
            }
        });

    [Fact]
    public void One_band_alone_pays_only_the_floor_of_the_penalty()
    {
        var values = new double[14];
        var loss = SupernovaFit.Fit(Observe([(0.0, 20.0, 1.0, (byte)1)]), Options(FeaturePreset.Composite), new Scratch(), values);

        Assert.Equal(1.818942, loss, 1e-5);
        Assert.All(values[..7], value => Assert.Equal(double.NaN, value));
        Assert.Equal(double.NaN, values[13]);
    }

    [Fact]
    public void Allocates_nothing_once_warm()
    {
        var observations = Observe(Enumerable.Range(0, 60).Select(i => ((double)i, Math.Sin(i) * 10, 1.0, (byte)(i % 2))));
        var scratch = new Scratch();
        var values = new double[14];
        var options = Options(FeaturePreset.Composite);
        for (var i = 0; i < 3; i++)
        {
            SupernovaFit.Fit(observations, options, scratch, values);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        SupernovaFit.Fit(observations, options, scratch, values);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, scratch.Mark);
    }

    [Fact]
    public void Takes_the_start_from_the_fullest_band_where_names_are_unknown()
    {
        var observations = Observe([(1, 5, 1, 0), (2, 9, 1, 1), (30, 5, 1, 1)]);
        var options = Options(FeaturePreset.Composite);
        var scratch = new Scratch();
        var data = PackedBands.Pack(observations, options, scratch, stackalloc int[5]);
        var (start, lower, upper) = (new double[12], new double[12], new double[12]);

        SupernovaStart.Set(data, observations, options, start, lower, upper);

        Assert.Equal(-8, start[1]);
        Assert.Equal(30, upper[1]);
    }

    [Fact]
    public void Refuses_options_of_another_survey() => Assert.Throws<ArgumentException>(() =>
        SupernovaFit.Fit(new BandedObservations(3), Options(FeaturePreset.Thesis), new Scratch(), new double[21]));

    [Fact]
    public void Describes_each_value() => Assert.Equal(SupernovaFit.ValueCount, SupernovaFit.Family.Features.Length);

    private static SupernovaFitOptions Options(FeaturePreset preset) => new()
    {
        Bands = new SupernovaBands(["first", "second"], [5000, double.NaN]),
        Preset = preset,
        Redshift = double.NaN,
        Reddening = double.NaN,
    };

    private static BandedObservations Observe(IEnumerable<(double Time, double Flux, double Error, byte Band)> rows)
    {
        var all = rows.ToArray();
        var observations = new Observations
        {
            Time = all.Select(row => row.Time).ToArray(),
            Flux = all.Select(row => row.Flux).ToArray(),
            Error = all.Select(row => row.Error).ToArray(),
            Band = all.Select(row => row.Band).ToArray(),
            Detected = new bool[all.Length],
        };
        var result = new BandedObservations(2);
        result.Fill(observations, Enumerable.Range(0, all.Length).ToArray());
        return result;
    }
}
