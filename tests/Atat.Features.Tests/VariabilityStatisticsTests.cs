namespace Atat.Features.Tests;

public sealed class VariabilityStatisticsTests
{
    // Mean 3, median 2.5, variance 26/6.
    private static readonly Points Band = new([0, 1, 3, 4, 6, 7], [1, 2, 4, 1, 3, 7], [1, 1, 1, 1, 1, 1]);

    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("Amplitude", 3)]
    [InlineData("Autocor_length", 1)]
    [InlineData("Beyond1Std", 1.0 / 6)]
    [InlineData("Con", 0)]
    [InlineData("Eta_e", (1 + 1 + 9 + 1 + 16) / (1 + 0.25 + 1 + 0.25 + 1) / (26 / 6.0))]
    [InlineData("Gskew", 1 + 7 - 5)]
    [InlineData("MaxSlope", 4)]
    [InlineData("Mean", 3)]
    [InlineData("MedianAbsDev", 1.5)]
    [InlineData("MedianBRP", 2.0 / 6)]
    [InlineData("PairSlopeTrend", 3.0 / 30)]
    [InlineData("PercentAmplitude", 4.5 / 2.5)]
    [InlineData("Q31", 2.5)]
    [InlineData("Skew", (-8 - 1 + 1 - 8 + 64) / 6.0 / (26 / 6.0 * 2.0816659994661326))]
    [InlineData("Std", 2.0816659994661326)]
    [InlineData("Meanvariance", 2.0816659994661326 / 3)]
    [InlineData("Rcs", 4 / (6 * 2.0816659994661326))]
    [InlineData("StetsonK", 10 / 12.489995996796797)]
    [InlineData("ExcessVar", (26.0 - 6) / (6 * 9))]
    [InlineData("LinearTrend", 22 / 37.5)]
    public void Has_the_values_of_its_definitions(string name, double expected) => Assert.Equal(expected, Value(name, Band), 1e-12);

    [Fact]
    public void Con_counts_runs_outside_two_deviations()
    {
        // Four points of 100 outside of 2 s: two runs of three.
        var flux = Enumerable.Range(0, 100).Select(i => i is >= 50 and < 54 ? 10.0 : 0).ToArray();
        Assert.Equal(2 / 98.0, Value("Con", new([.. flux.Select((_, i) => (double)i)], flux, [.. flux.Select(_ => 1.0)])), 1e-14);
    }

    [Fact]
    public void PairSlopeTrend_is_of_the_last_thirty()
    {
        double[] times = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        double[] flux = [.. times.Select(t => t < 25 ? -t : t)];
        Assert.Equal((25 - 4) / 30.0, Value("PairSlopeTrend", new(times, flux, [.. times.Select(_ => 1.0)])), 1e-14);
    }

    [Theory]
    [InlineData("zero errors", new[] { "Beyond1Std", "StetsonK" })]
    [InlineData("two equal times", new[] { "Eta_e", "MaxSlope" })]
    [InlineData("equal times", new[] { "Eta_e", "MaxSlope", "LinearTrend" })]
    [InlineData("zero mean", new[] { "Meanvariance", "ExcessVar" })]
    [InlineData("zero median", new[] { "PercentAmplitude" })]
    public void Is_undefined_where_documented(string what, string[] undefined)
    {
        var band = what switch
        {
            "zero errors" => Band with { Error = [1, 1, 0, 1, 1, 1] },
            "two equal times" => Band with { Time = [0, 1, 1, 4, 6, 7] },
            "equal times" => Band with { Time = [5, 5, 5, 5, 5, 5] },
            "zero mean" => Band with { Flux = [-1, 2, 3, -6, 5, -3] },
            _ => Band with { Flux = [-2, 0, 0, 0, 5, 6] },
        };
        foreach (var feature in VariabilityStatistics.Family.Features)
        {
            Assert.True(double.IsFinite(Value(feature.Name, band)) != undefined.Contains(feature.Name), $"{feature.Name} {Value(feature.Name, band)}");
        }
    }

    private double Value(string name, Points band)
    {
        var values = new double[VariabilityStatistics.Count];
        VariabilityStatistics.Compute(band.Band(), [.. band.Flux.Order()], scratch, values);
        Assert.Equal(0, scratch.Mark);
        return values[VariabilityStatistics.Family.Features.Select(feature => feature.Name).ToList().IndexOf(name)];
    }
}
