using Atat.Features.SupernovaModel;

namespace Atat.Features.Tests.SupernovaModel;

public sealed class FluxCorrectionTests
{
    [Theory]
    [InlineData(0.05, 0.02032525)]
    [InlineData(0.3, 1)]
    [InlineData(0.5, 3.34886010)]
    [InlineData(1, 18.43172722)]
    public void Distances_have_the_reference_factors(double redshift, double factor) =>
        Assert.Equal(factor, FluxCorrection.Distance(redshift), 6e-9);

    [Fact]
    public void Distance_has_the_reference_value() => Assert.Equal(1556.086643, Wmap5.LuminosityDistance(0.3), 6e-7);

    [Theory]
    [InlineData(0.0029999)]
    [InlineData(0)]
    [InlineData(-9)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Unknown_distances_leave_the_flux(double redshift) => Assert.Equal(1, FluxCorrection.Distance(redshift));

    [Theory]
    [InlineData(3671, 1.5470)]
    [InlineData(4827, 1.4056)]
    [InlineData(6223, 1.2786)]
    [InlineData(7546, 1.2130)]
    [InlineData(8691, 1.1573)]
    [InlineData(9712, 1.1285)]
    public void Dust_has_the_reference_factors(double wavelength, double factor) =>
        Assert.Equal(factor, FluxCorrection.Dust(FluxCorrection.DustSlope(wavelength), 0.1), 5.1e-5);

    [Fact]
    public void Unknown_dust_leaves_the_flux()
    {
        Assert.Equal(1, FluxCorrection.Dust(FluxCorrection.DustSlope(5000), double.NaN));
        Assert.Equal(1, FluxCorrection.Dust(FluxCorrection.DustSlope(double.NaN), 0.5));
    }

    [Fact]
    public void Distances_agree_with_a_fine_sum() => Gen.Double[0.003, 20].Sample(
        redshift =>
        {
            const int steps = 20_000;
            double Inverse(double z) =>
                1 / Math.Sqrt((0.277 * Math.Pow(1 + z, 3)) + (8.47652660e-5 * Math.Pow(1 + z, 4)) + 0.722915235);
            var step = redshift / steps;
            var sum = 0.0;
            for (var i = 0; i < steps; i++)
            {
                sum += step / 6 * (Inverse(i * step) + (4 * Inverse((i + 0.5) * step)) + Inverse((i + 1) * step));
            }

            var expected = (1 + redshift) * 299792.458 / 70.2 * sum;
            Assert.Equal(expected, Wmap5.LuminosityDistance(redshift), 1e-9 * expected);
        },
        iter: 20);

    [Fact]
    public void Factors_stay_finite_and_above_zero() => Gen.Double.Select(Gen.Double).Sample((redshift, reddening) =>
    {
        Assert.InRange(FluxCorrection.Distance(redshift), 1e-6, 1e30);
        Assert.InRange(FluxCorrection.Dust(FluxCorrection.DustSlope(3671), reddening), 0.9e-30, 1e30);
    });
}
