namespace Atat.Features.Tests;

public sealed class OrderStatisticsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 3)]
    [InlineData(0.5, 6)]
    [InlineData(0.625, 8)]
    [InlineData(0.9, 14.8)]
    [InlineData(1, 18)]
    public void Percentiles_interpolate(double share, double expected) =>
        Assert.Equal(expected, OrderStatistics.Percentile([1, 3, 6, 10, 18], share), 1e-14);

    [Fact]
    public void Median_is_the_middle_or_the_mean_of_the_two_middle_values()
    {
        Assert.Equal(3, OrderStatistics.Median([1, 3, 9]));
        Assert.Equal(5, OrderStatistics.Median([1, 3, 7, 9]));
        Assert.Equal(4, OrderStatistics.Median([4]));
    }

    [Fact]
    public void Of_nothing_are_NaN()
    {
        Assert.Equal(double.NaN, OrderStatistics.Median([]));
        Assert.Equal(double.NaN, OrderStatistics.Percentile([], 0.5));
    }

    [Fact]
    public void Percentiles_rise_from_the_smallest_to_the_largest() =>
        Gen.Select(Gen.Double[-100, 100].Array[1, 30], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((values, p, q) =>
        {
            Array.Sort(values);
            var (low, high) = (OrderStatistics.Percentile(values, Math.Min(p, q)), OrderStatistics.Percentile(values, Math.Max(p, q)));
            Assert.True(values[0] <= low && low <= high + 1e-12 && high <= values[^1] + 1e-12);
            Assert.Equal(OrderStatistics.Median(values), OrderStatistics.Percentile(values, 0.5), 1e-12);
        });
}
