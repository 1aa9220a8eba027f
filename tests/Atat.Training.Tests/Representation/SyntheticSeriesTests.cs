using Atat.Training.Representation.Data;

namespace Atat.Training.Tests.Representation;

/// <summary>The data sets of thesis section 3.4.1.</summary>
public sealed class SyntheticSeriesTests
{
    [Theory]
    [InlineData(SyntheticDataset.A)]
    [InlineData(SyntheticDataset.B)]
    [InlineData(SyntheticDataset.C)]
    public void Four_fifths_of_two_hundred_times_are_kept_in_order(SyntheticDataset dataset)
    {
        var set = SyntheticSeries.Make(dataset, 200, 3);
        Assert.Equal((400, 400), (set.Count, set.Ids.Distinct().Count()));
        Assert.Equal(200, set.Labels.Count(l => l == 1));
        var lengths = Enumerable.Range(0, set.Count).Select(i => (double)set.Length(i)).ToArray();
        Assert.InRange(lengths.Average(), 158.5, 161.5);
        Assert.InRange(Variance(lengths), 25, 40); // 200 · 0.8 · 0.2 = 32
        for (var i = 0; i < set.Count; i++)
        {
            var times = set.Times[set.Offsets[i]..set.Offsets[i + 1]];
            Assert.Equal(times.Order(), times);
            Assert.All(times, t => Assert.InRange(t, 0f, 1f));
        }
    }

    [Fact]
    public void Syn_a_differs_in_its_noise_alone()
    {
        var set = SyntheticSeries.Make(SyntheticDataset.A, 300, 1);
        Assert.All(Values(set, 0), v => Assert.InRange(v, -1f, 1f));
        Assert.InRange(Variance(Values(set, 0)), 0.45, 0.55);
        Assert.InRange(Variance(Values(set, 1)), 5.3, 5.7); // ½ of the sine, 5 of the noise
    }

    [Fact]
    public void Syn_b_has_no_noise_and_a_modulated_class()
    {
        var set = SyntheticSeries.Make(SyntheticDataset.B, 300, 1);
        Assert.All(Values(set, 0), v => Assert.InRange(v, -1f, 1f));
        Assert.All(Values(set, 1), v => Assert.InRange(v, -1.25f, 1.25f));
        Assert.Contains(Values(set, 1), v => v > 1.15f);
    }

    [Fact]
    public void Syn_c_has_the_same_noise_in_both_classes()
    {
        var set = SyntheticSeries.Make(SyntheticDataset.C, 300, 1);
        Assert.InRange(Variance(Values(set, 0)), 5.3, 5.7);
        Assert.InRange(Variance(Values(set, 1)), 5.15, 5.5); // a third of the saw blade
        Assert.InRange(Values(set, 1).Average(), -0.04, 0.04);
    }

    [Theory]
    [InlineData(SyntheticDataset.A, 1, 1.5)]
    [InlineData(SyntheticDataset.A, 0, 0.5)]
    [InlineData(SyntheticDataset.B, 1, 0.5)]
    [InlineData(SyntheticDataset.C, 1, 1.5)]
    public void The_noise_can_have_another_variance(SyntheticDataset dataset, double noise, double expected)
    {
        var set = SyntheticSeries.Make(dataset, 300, 1, noise);
        Assert.InRange(Variance(Values(set, dataset == SyntheticDataset.A ? 1 : 0)), expected - 0.1, expected + 0.1);
    }

    [Fact]
    public void A_sine_of_syn_a_has_its_frequency_between_the_limits()
    {
        var set = SyntheticSeries.Make(SyntheticDataset.A, 50, 7);
        for (var i = 0; i < set.Count; i += 2)
        {
            var values = set.Values[set.Offsets[i]..set.Offsets[i + 1]];
            var crossings = values.Zip(values.Skip(1)).Count(p => p.First < 0 != p.Second < 0);
            Assert.InRange(crossings, 2, 7);
        }
    }

    [Fact]
    public void The_seed_decides()
    {
        Assert.Equal(SyntheticSeries.Make(SyntheticDataset.A, 3, 1).Values, SyntheticSeries.Make(SyntheticDataset.A, 3, 1).Values);
        Assert.NotEqual(SyntheticSeries.Make(SyntheticDataset.A, 3, 1).Values, SyntheticSeries.Make(SyntheticDataset.A, 3, 2).Values);
    }

    [Fact]
    public void Parts_of_a_data_set_have_the_sizes_of_the_thesis_unless_less_is_asked_for()
    {
        var small = RepresentationDatasets.Open("syn-b", new() { Objects = 30, TestObjects = 20 });
        Assert.Equal((30, 20, 20), (small.Training.Count, small.Validation.Count, small.Test.Count));
        Assert.Empty(small.Training.Ids.Intersect(small.Test.Ids));
        Assert.False(small.HasVariances);
        var whole = RepresentationDatasets.Open("syn-b", new());
        Assert.Equal((10000, 4000), (whole.Training.Count, whole.Test.Count));
    }

    private static float[] Values(SeriesSet set, int label) =>
        [.. Enumerable.Range(0, set.Count).Where(i => set.Labels[i] == label).SelectMany(i => set.Values[set.Offsets[i]..set.Offsets[i + 1]])];

    private static double Variance(IEnumerable<float> values) => Variance([.. values.Select(v => (double)v)]);

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Average(v => (v - mean) * (v - mean));
    }
}
