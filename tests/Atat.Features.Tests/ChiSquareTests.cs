namespace Atat.Features.Tests;

public sealed class ChiSquareTests
{
    [Theory]
    [InlineData(1, 3.841458820694124, 0.95)]
    [InlineData(2, 5.991464547107979, 0.95)]
    [InlineData(10, 18.307038053275146, 0.95)]
    [InlineData(100, 124.34211340400407, 0.95)]
    [InlineData(1, 0.003932140000019522, 0.05)]
    [InlineData(10, 3.9402991361190622, 0.05)]
    public void Has_the_quantiles_of_tables(int freedom, double value, double expected) => Assert.Equal(expected, ChiSquare.Below(value, freedom), 1e-10);

    [Fact]
    public void With_two_degrees_is_exponential() =>
        Gen.Double[0, 100].Sample(x => Assert.Equal(1 - Math.Exp(-x / 2), ChiSquare.Below(x, 2), 1e-12));

    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(1e-300, 5, 0)]
    [InlineData(1e4, 5, 1)]
    [InlineData(1e300, 5, 1)]
    [InlineData(double.PositiveInfinity, 5, 1)]
    [InlineData(double.NaN, 5, double.NaN)]
    [InlineData(10, 100_000, 0)]
    [InlineData(90_000, 100_000, 0)]
    [InlineData(110_000, 100_000, 1)]
    [InlineData(100_000, 10_000_000, 0)]
    [InlineData(1e9, 10_000_000, 1)]
    public void Ends_far_in_the_tails(double value, int freedom, double expected) => Assert.Equal(expected, ChiSquare.Below(value, freedom), 1e-12);

    [Fact]
    public void Rises() =>
        Gen.Select(Gen.Int[1, 50_000], Gen.Double[0, 4], Gen.Double[0, 4]).Sample(
            (freedom, a, b) =>
            {
                var (low, high) = (ChiSquare.Below(Math.Min(a, b) * freedom, freedom), ChiSquare.Below(Math.Max(a, b) * freedom, freedom));
                Assert.True(low is >= 0 and <= 1 && high <= 1 && low <= high + 1e-9, $"{low} {high}");
            },
            iter: 1000);

    [Theory]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void Is_about_normal_for_many_degrees(int freedom)
    {
        // Wilson and Hilferty's cube root.
        foreach (var deviations in (double[])[-3, -1, 0, 1, 3])
        {
            var spread = 2 / (9.0 * freedom);
            var value = freedom * Math.Pow(1 - spread + (deviations * Math.Sqrt(spread)), 3);
            Assert.Equal(MathNet.Numerics.Distributions.Normal.CDF(0, 1, deviations), ChiSquare.Below(value, freedom), 1e-4);
        }
    }
}
