using System.Numerics;
using Atat.Simulation.Sources.Galactic;

namespace Atat.Simulation.Tests.Sources;

public sealed class BinaryLensTests
{
    [Fact]
    public void HasThreeImagesOrFiveAndNeverLessLight() => Gen.Select(Gen.Double[0.3, 3], Gen.Double[0.01, 1], Gen.Double[-2, 2], Gen.Double[-2, 2]).Sample((separation, ratio, x, y) =>
    {
        var (magnification, images) = new BinaryLens(separation, ratio).PointMagnification(new Complex(x, y));
        Assert.True(images is 3 or 5, $"{images} images");
        Assert.True(magnification >= 1);
    });

    /// <summary>Far away, or with a vanishing second mass, it is a single lens: (u² + 2) / (u sqrt(u² + 4)) (Paczyński 1986).</summary>
    [Theory]
    [InlineData(1.0, 1e-7, 0.4, 0.3)]
    [InlineData(0.02, 0.7, 0.6, 0.5)]
    [InlineData(0.5, 1.0, 4.0, 5.0)]
    public void BecomesASingleLens(double separation, double ratio, double x, double y)
    {
        var u = Math.Sqrt((x * x) + (y * y));
        var single = ((u * u) + 2) / (u * Math.Sqrt((u * u) + 4));
        Assert.Equal(single, new BinaryLens(separation, ratio).PointMagnification(new Complex(x, y)).Magnification, 0.005 * single);
    }

    /// <summary>Within a caustic the five images of a point are at least three times as bright (Witt and Mao 1995).</summary>
    [Fact]
    public void IsAtLeastThreeWithinACaustic()
    {
        var (magnification, images) = new BinaryLens(1, 1).PointMagnification(new Complex(0.01, 0.02));
        Assert.Equal(5, images);
        Assert.True(magnification >= 3);
    }
}
