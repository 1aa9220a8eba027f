using Atat.Features.Periodograms;

namespace Atat.Features.Tests.Periodograms;

public sealed class BusiestWindowTests
{
    [Fact]
    public void Has_the_most_points_and_is_the_earliest() =>
        Gen.Select(Gen.Double[0, 1000].Array[1, 60], Gen.Double[1, 600]).Sample((times, length) =>
        {
            // A length that no two times differ by.
            length += 1.23456e-5;
            Array.Sort(times);
            int Points(double from) => times.Count(t => t >= from && t <= from + length);
            var start = times.MaxBy(Points);
            Assert.Equal((start, times.Last(t => t <= start + length)), BusiestWindow.Find(times, length));
        });

    [Fact]
    public void Of_a_short_light_curve_is_all_of_it() => Assert.Equal((3, 9), BusiestWindow.Find([3, 5, 5, 9], 500));

    [Fact]
    public void Includes_both_ends() => Assert.Equal((1, 501), BusiestWindow.Find([0, 1, 250, 500.5, 501, 502], 500));

    [Fact]
    public void Takes_one_point_and_none()
    {
        Assert.Equal((7, 7), BusiestWindow.Find([7], 500));
        Assert.Equal((double.NaN, double.NaN), BusiestWindow.Find([], 500));
    }
}
