namespace Atat.LightCurves.Tests;

public sealed class DustLawTests
{
    /// <summary>A(λ) / A(V) for R_V = 3.1: Cardelli, Clayton and Mathis (1989), table 3, but O'Donnell's (1994) in the optical.</summary>
    [Theory]
    [InlineData(22_000, 0.114, 0.005)]
    [InlineData(12_500, 0.282, 0.005)]
    [InlineData(5494.5, 1, 0.001)]
    [InlineData(4400, 1.33, 0.02)]
    [InlineData(3597, 1.569, 0.03)]
    [InlineData(2175, 3.13, 0.1)]
    public void HasThePublishedRatios(double wavelength, double ratio, double tolerance) =>
        Assert.Equal(ratio, DustLaw.Ratio(wavelength), tolerance);

    [Theory]
    [InlineData(1e4 / 1.1)]
    [InlineData(1e4 / 3.3)]
    [InlineData(1e4 / 8)]
    public void ItsPartsMeet(double wavelength) =>
        Assert.Equal(DustLaw.Ratio(wavelength * 0.9999), DustLaw.Ratio(wavelength * 1.0001), 0.02);

    [Fact]
    public void ExtinctionIsInMagnitudes() => Assert.Equal(3.1 * 0.2, DustLaw.Extinction(5494.5, 0.2), 1e-3);
}
