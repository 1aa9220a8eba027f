using Atat.LightCurves;
using Xunit;

namespace Atat.Testing;

/// <summary>What it means for two light curves to be equal: every value of every observation, bit for bit.</summary>
public static class LightCurveAssert
{
    public static void Equal(LightCurve expected, LightCurve actual)
    {
        Assert.Equal(expected.Mjd.ToArray(), actual.Mjd.ToArray());
        Assert.Equal(expected.Flux.ToArray(), actual.Flux.ToArray());
        Assert.Equal(expected.FluxError.ToArray(), actual.FluxError.ToArray());
        Assert.Equal(expected.Band.ToArray(), actual.Band.ToArray());
        Assert.Equal(expected.Detected.ToArray(), actual.Detected.ToArray());
        Assert.Equal(expected.Saturated.ToArray(), actual.Saturated.ToArray());
    }
}
