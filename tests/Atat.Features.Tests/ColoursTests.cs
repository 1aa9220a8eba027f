using Atat.LightCurves;

namespace Atat.Features.Tests;

public sealed class ColoursTests
{
    // 90th percentiles of |f|: 0.8 of the way from 1 to 10, and 4.
    private static readonly ObjectRows Rows = ObjectRows.Of(
        [(1, 1.0, 1, 0, true), (2, -10, 1, 0, true), (3, 0, 1, 0, true), (4, -4, 1, 1, true), (5, 2, 1, 3, true)]);

    [Fact]
    public void Are_ratios_of_fluxes()
    {
        var (first, second) = (1 + (0.8 * 9), 4.0);
        Assert.Equal([first / (second + 1), double.NaN, double.NaN], Compute(BrightnessUnit.Flux));
    }

    [Fact]
    public void Are_differences_of_magnitudes()
    {
        // 10th percentile of [-10 0 1]: a fifth of the way from -10 to 0.
        var values = Compute(BrightnessUnit.Magnitude);
        Assert.Equal(-8 + 4, values[0], 1e-14);
        Assert.Equal(double.NaN, values[1]);
    }

    private static double[] Compute(BrightnessUnit unit)
    {
        var observations = new BandedObservations(4);
        observations.Fill(Rows.Observations(), [0, 1, 2, 3, 4]);
        var values = new double[3];
        Colours.Compute(observations, unit, new Scratch(), values);
        return values;
    }
}
