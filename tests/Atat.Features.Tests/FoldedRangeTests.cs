namespace Atat.Features.Tests;

public sealed class FoldedRangeTests
{
    private static readonly Points Band = new([0, 3, 6, 9], [1, 2, 5, 4], [1, 1, 1, 1]);

    private readonly Scratch scratch = new();

    [Fact]
    public void Is_of_the_order_of_phase()
    {
        // Phases in days of 4: 0, 3, 2, 1, so that the order is 1, 4, 5, 2; mean 3, variance 2.5.
        var values = Compute(Band, 2);
        Assert.Equal(3 / (4 * Math.Sqrt(2.5)), values[0], 1e-14);
        Assert.Equal((9 + 1 + 9) / (3 * 2.5), values[1], 1e-14);
    }

    [Fact]
    public void Without_a_period_is_of_the_order_of_time()
    {
        // Sums of 1, 2, 5, 4 less 3: -2, -3, -1, 0.
        var values = Compute(Band, double.NaN);
        Assert.Equal(3 / (4 * Math.Sqrt(2.5)), values[0], 1e-14);
        Assert.Equal((1 + 9 + 1) / (3 * 2.5), values[1], 1e-14);
    }

    [Fact]
    public void Of_a_smooth_curve_is_small_at_its_period()
    {
        var times = Enumerable.Range(0, 300).Select(i => 60_000 + (i * 1.37)).ToArray();
        var band = new Points(times, [.. times.Select(t => Math.Sin(Math.Tau * t / 5.3))], [.. times.Select(_ => 1.0)]);
        Assert.InRange(Compute(band, 5.3)[1], 0, 0.01);
        Assert.InRange(Compute(band, 4.1)[1], 0.5, 4);
    }

    [Fact]
    public void Of_two_points_or_constant_flux_is_NaN()
    {
        Assert.All(Compute(new([0, 1], [1, 2], [1, 1]), 2), value => Assert.Equal(double.NaN, value));
        Assert.All(Compute(new([0, 1, 2], [3, 3, 3], [1, 1, 1]), 2), value => Assert.Equal(double.NaN, value));
    }

    private double[] Compute(Points band, double period)
    {
        var values = new double[2];
        FoldedRange.Compute(band.Band(), period, scratch, values);
        Assert.Equal(0, scratch.Mark);
        return values;
    }
}
