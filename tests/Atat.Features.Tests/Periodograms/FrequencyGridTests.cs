using Atat.Features.Periodograms;

namespace Atat.Features.Tests.Periodograms;

public sealed class FrequencyGridTests
{
    [Fact]
    public void Reaches_from_the_lowest_to_the_highest_as_finely_as_asked_for() =>
        Gen.Select(Gen.Double[0.001, 0.1], Gen.Double[1, 30], Gen.Double[0, 5000], Gen.Double[0.05, 1]).Sample((lowest, highest, span, share) =>
        {
            var grid = FrequencyGrid.OfSpan(lowest, highest, span, share);
            Assert.Equal(lowest, grid[0]);
            Assert.Equal(highest, grid[grid.Count - 1], 1e-9);
            Assert.InRange(grid.Count, 1000, FrequencyGrid.MostFrequencies);
            Assert.True(grid.Step * span <= share * (1 + (2.0 / grid.Count)));
        });

    [Fact]
    public void Has_the_published_number_of_frequencies() =>
        Assert.Equal((int)Math.Ceiling((22.22222222222222 - 0.02) * 400 / 0.2), FrequencyGrid.OfSpan(0.02, 1 / 0.045, 400).Count);

    [Theory]
    [InlineData(1e9)]
    [InlineData(1e300)]
    [InlineData(double.PositiveInfinity)]
    public void Of_too_long_a_span_is_refused(double span) => Assert.Throws<LightCurves.InputException>(() => FrequencyGrid.OfSpan(0.02, 22, span));

    [Fact]
    public void Of_no_span_has_the_fewest() => Assert.Equal(1000, FrequencyGrid.OfSpan(0.02, 22, double.NaN).Count);

    [Fact]
    public void Finds_the_nearest_frequency() =>
        Gen.Select(Gen.Int[0, 19_998], Gen.Double[-0.49, 0.49]).Sample((index, off) =>
        {
            var grid = FrequencyGrid.Thesis;
            Assert.Equal(index, grid.Nearest(grid[index] + (off * grid.Step)));
        });

    [Fact]
    public void Keeps_to_its_ends()
    {
        Assert.Equal(0, FrequencyGrid.Thesis.Nearest(-5));
        Assert.Equal(19_998, FrequencyGrid.Thesis.Nearest(1e9));
        Assert.Equal(19.999, FrequencyGrid.Thesis[19_998], 1e-12);
    }
}
