using Atat.Simulation.Sources.Galactic;

namespace Atat.Simulation.Tests.Sources;

public sealed class ShapesTests
{
    [Fact]
    public void FlareIsOneAtItsPeakAndHalfOneWidthApart()
    {
        Assert.Equal(1, FlareTemplate.At(0), 0.01);
        Assert.Equal(0, FlareTemplate.At(-1), 0.01);
        var times = Enumerable.Range(-1000, 3000).Select(i => i / 1000.0).Where(t => FlareTemplate.At(t) > 0.5).ToArray();
        Assert.Equal(1, times[^1] - times[0], 0.1);
        Assert.Equal(0, FlareTemplate.At(21));
    }

    [Theory]
    [InlineData(1, 1, 3, 0)]
    [InlineData(1, 0.5, 0.2, 0.25)]
    [InlineData(0.5, 1, 0.2, 1)]
    [InlineData(1, 1, 0, 1)]
    [InlineData(1, 1, 1, 0.39100)] // 2/3 - sqrt(3) / (2 π)
    public void DiscsOverlap(double radius, double other, double distance, double share) =>
        Assert.Equal(share, DiscOverlap.Share(radius, other, distance), 4);

    [Fact]
    public void LightFallsByWhatAnEclipseCovers()
    {
        var random = new Random(3);
        var seen = 0;
        while (seen < 20)
        {
            if (EclipsingBinary.Draw(SimulatedSurvey.Timeline, random) is not EclipsingBinary binary || binary.Eccentricity > 0)
            {
                continue;
            }

            var times = Enumerable.Range(0, 500).Select(i => binary.Start + (binary.Period * i / 500)).ToArray();
            var (dark, bright) = (times.MinBy(t => binary.Flux(2, t)), times.MaxBy(t => binary.Flux(2, t)));
            Assert.True(binary.IsEclipsed(dark));
            Assert.Equal(binary.Flux(2, dark), binary.Flux(2, dark + (3 * binary.Period)), 1e-6 * binary.Flux(2, bright));
            seen++;
        }
    }
}
