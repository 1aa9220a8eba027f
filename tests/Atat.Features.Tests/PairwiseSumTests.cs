namespace Atat.Features.Tests;

public sealed class PairwiseSumTests
{
    [Fact]
    public void Is_the_sum() =>
        Gen.Int[-1_000_000, 1_000_000].Array[0, 1000].Sample(integers =>
        {
            double[] values = [.. integers.Select(i => i / 1000.0)];
            var expected = integers.Sum(i => i / 1000m);
            Assert.Equal((double)expected, PairwiseSum.Of(values), 1e-9);
            Assert.Equal((double)integers.Sum(i => ((i / 1000m) - 2) * ((i / 1000m) - 2)), PairwiseSum.OfSquares(values, 2), 1e-12 * (1 + (1e6 * values.Length)));
        });

    [Fact]
    public void Is_exact_for_integers() =>
        Gen.Int[-1_000_000, 1_000_000].Array[0, 1000].Sample(integers =>
        {
            double[] values = [.. integers.Select(i => (double)i)];
            Assert.Equal((double)integers.Sum(i => (long)i), PairwiseSum.Of(values));
            Assert.Equal((double)integers.Sum(i => (i - 3L) * (i - 3L)), PairwiseSum.OfSquares(values, 3));
        });

    [Fact]
    public void Loses_less_than_a_running_sum()
    {
        var values = Enumerable.Repeat(0.1, 1_000_000).ToArray();
        Assert.Equal(100_000, PairwiseSum.Of(values), 1e-9);
        Assert.NotEqual(100_000, values.Aggregate(0.0, (sum, value) => sum + value), 1e-9);
    }
}
