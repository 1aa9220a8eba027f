using Atat.Simulation.Survey;

namespace Atat.Simulation.Tests.Survey;

public sealed class NoiseTests
{
    private static readonly Visit Visit = new(60_000, 2, 5, 0.025, 2);

    [Fact]
    public void DetectionGrowsWithTheSignal()
    {
        var efficiency = Enumerable.Range(0, 200).Select(i => Noise.DetectionEfficiency(0.1 * i)).ToArray();
        Assert.Equal(efficiency.Order(), efficiency);
        Assert.Equal(0, efficiency[10]);
        Assert.Equal(0.5, Noise.DetectionEfficiency(5.85), 0.02);
        Assert.True(efficiency[^1] > 0.999);
    }

    [Fact]
    public void LightAddsNoise()
    {
        Assert.Equal(5, Noise.Deviation(Visit, 0, 0, 0), 9);
        Assert.Equal(Math.Sqrt(25 + (0.025 * 100) + Math.Pow(0.005 * 0.921 * 100, 2)), Noise.Deviation(Visit, 100, 0, 0), 9);
        Assert.Equal(Math.Sqrt(25 + (0.025 * 2 * 50)), Noise.Deviation(Visit, 0, 0, 50), 9);
        Assert.True(Noise.Deviation(Visit, -100, 1000, 0) > 5);
    }

    [Fact]
    public void BrightStarsSaturate()
    {
        Assert.True(Noise.IsSaturated(Visit, Magnitudes.ToFlux(15)));
        Assert.False(Noise.IsSaturated(Visit, Magnitudes.ToFlux(17)));
    }
}
