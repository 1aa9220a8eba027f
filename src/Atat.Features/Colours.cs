using Atat.LightCurves;

namespace Atat.Features;

/// <summary>Colours: how bright neighbouring bands are beside each other (thesis section 4.4.2).</summary>
public static class Colours
{
    private const double BrightShare = 0.9;

    /// <summary>What is computed; the name of a value is that of its two bands with a dash.</summary>
    public static FeatureFamily Family { get; } = new(
        "colour",
        "Brightness of a band beside that of the next redder one.",
        "Thesis section 4.4.2",
        FeatureScope.BandPair,
        [new("colour", "p / (p' + 1), with p and p' the 90th percentile of |f| in a band and in the next; in a survey of magnitudes p - p', the 10th percentiles of the magnitude", "1 (mag)", 1, "NaN where a band has no point")]);

    /// <summary>Computes the colours of neighbouring bands.</summary>
    /// <param name="observations">The object.</param>
    /// <param name="unit">Whether brightness is flux or magnitude.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives one value for each pair of neighbouring bands.</param>
    public static void Compute(BandedObservations observations, BrightnessUnit unit, Scratch scratch, Span<double> values)
    {
        var mark = scratch.Mark;
        var bright = scratch.Take(observations.BandCount);
        for (var band = 0; band < bright.Length; band++)
        {
            bright[band] = Bright(observations[band].Flux, unit, scratch);
        }

        for (var pair = 0; pair < bright.Length - 1; pair++)
        {
            values[pair] = unit == BrightnessUnit.Magnitude ? bright[pair] - bright[pair + 1] : bright[pair] / (bright[pair + 1] + 1);
        }

        scratch.Free(mark);
    }

    private static double Bright(ReadOnlySpan<double> flux, BrightnessUnit unit, Scratch scratch)
    {
        var mark = scratch.Mark;
        var sorted = scratch.Copy(flux);
        if (unit == BrightnessUnit.Flux)
        {
            foreach (ref var value in sorted)
            {
                value = Math.Abs(value);
            }
        }

        sorted.Sort();
        var result = OrderStatistics.Percentile(sorted, unit == BrightnessUnit.Flux ? BrightShare : 1 - BrightShare);
        scratch.Free(mark);
        return result;
    }
}
