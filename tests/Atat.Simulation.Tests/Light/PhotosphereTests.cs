using Atat.Simulation.Light;

namespace Atat.Simulation.Tests.Light;

public sealed class PhotosphereTests
{
    /// <summary>The Sun's absolute AB magnitudes in g, r, i and z: 5.12, 4.68, 4.57, 4.54 (Willmer 2018), less its lines.</summary>
    [Theory]
    [InlineData(1, 5.12, 0.25)]
    [InlineData(2, 4.68, 0.12)]
    [InlineData(3, 4.57, 0.12)]
    [InlineData(4, 4.54, 0.15)]
    public void OfTheSunHasItsMagnitudes(int band, double magnitude, double tolerance) =>
        Assert.Equal(magnitude, Magnitudes.FromFlux(Photosphere.BlackBody.Flux(band, 3.828e33, 5772, 0, 1e-5)), tolerance);

    /// <summary>A black body seen at a redshift is a cooler black body of the same luminosity (Hogg 1999).</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(1.5)]
    public void AtARedshiftIsACoolerOne(double redshift)
    {
        const double temperature = 12_000;
        for (var band = 0; band < LsstPassbands.Count; band++)
        {
            var expected = Photosphere.BlackBody.Flux(band, 1e43, temperature / (1 + redshift), 0, 100);
            Assert.Equal(1, Photosphere.BlackBody.Flux(band, 1e43, temperature, redshift, 100) / expected, 0.03);
        }
    }

    [Fact]
    public void LosesItsUltravioletBelowTheCutoff()
    {
        var absorbed = new Photosphere(4000, 2);
        Assert.True(absorbed.Flux(0, 1e43, 12_000, 0, 100) < 0.92 * Photosphere.BlackBody.Flux(0, 1e43, 12_000, 0, 100));
        Assert.Equal(Photosphere.BlackBody.Flux(3, 1e43, 12_000, 0, 100), absorbed.Flux(3, 1e43, 12_000, 0, 100), 1e-3);
    }

    /// <summary>The passbands' effective wavelengths as the catalog states them.</summary>
    [Fact]
    public void PassbandsHaveTheirWavelengths() => Assert.All(Enumerable.Range(0, LsstPassbands.Count), band =>
        Assert.Equal(LsstPassbands.All[band].Wavelength, LsstPassbands.Samples[band].Sum(s => s.Weight * s.Wavelength), 60.0));
}
