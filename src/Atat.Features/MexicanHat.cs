using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features;

/// <summary>
/// Mexican-hat power spectrum at two timescales (Arévalo et al. 2012, MNRAS 426, 1793): the variance of a light curve between two smoothings with
/// Gaussians, which irregular sampling and gaps do not disturb.
/// </summary>
public static class MexicanHat
{
    private const double LowScale = 100; // days
    private const double HighScale = 10; // days
    private const double ShortestWindow = 30; // days: six of the library's steps of 5 days
    private const int FewestNeighbours = 4;
    private const double SmallestExponent = -200;

    private static readonly Hat Low = Hat.Of(LowScale);
    private static readonly Hat High = Hat.Of(HighScale);

    /// <summary>What is computed.</summary>
    public static FeatureFamily Family { get; } = new(
        "MHPS",
        "Variance at timescales of about 100 and 10 days, by differences of two Gaussian smoothings.",
        "Arévalo et al. 2012, MNRAS 426, 1793; Sánchez-Sáez et al. 2021",
        FeatureScope.Band,
        [
            new("MHPS_ratio", "MHPS_low / MHPS_high", "1", 4, "NaN where no point has three neighbours, or MHPS_high is 0"),
            new("MHPS_low", "power at 100 d over m², less that of the noise; may be negative", "1", 4, "as MHPS_ratio"),
            new("MHPS_high", "power at 10 d over m², less that of the noise where it is larger", "1", 4, "as MHPS_ratio"),
            new("MHPS_non_zero", "points that have neighbours enough at 10 d", "1", 4, "as MHPS_ratio"),
            new("MHPS_PN_flag", "1 where the noise exceeds the power at 10 d, and is not taken off", "1", 4, "as MHPS_ratio"),
        ]);

    /// <summary>Computes the five values.</summary>
    /// <param name="band">The band.</param>
    /// <param name="published">Whether to compute in single precision, times included, as the published code does.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives the values.</param>
    public static void Compute(BandSeries band, bool published, Scratch scratch, Span<double> values)
    {
        values[..5].Fill(double.NaN);
        if (band.Length == 0)
        {
            return;
        }

        var mark = scratch.Mark;
        var padded = (band.Length + 7) / 8 * 8;
        var time = scratch.TakeZeros(padded);
        var flux = scratch.TakeZeros(padded);
        var mean = Moments.Of(band.Flux).Mean;
        for (var i = 0; i < band.Length; i++)
        {
            time[i] = published ? (float)band.Time[i] : band.Time[i];
            flux[i] = published ? (float)band.Flux[i] - (float)mean : band.Flux[i] - mean;
        }

        var valid = scratch.Take(band.Length);
        var (low, lowCount) = Power(time, flux, band.Length, Low, valid);
        var noise = 0.0;
        for (var i = 0; i < band.Length; i++)
        {
            noise += valid[i] > 0 ? band.Error[i] : 0;
        }

        noise /= lowCount;
        noise = noise * noise / (mean * mean);
        var (high, highCount) = Power(time, flux, band.Length, High, valid);
        (low, high) = (low / (mean * mean), high / (mean * mean));
        var noisy = !(high > noise);
        low -= noise;
        high -= noisy ? 0 : noise;
        if (lowCount > 0 && highCount > 0 && Math.Abs(high) > 0 && double.IsFinite(low) && double.IsFinite(high))
        {
            values[0] = low / high;
            values[1] = low;
            values[2] = high;
            values[3] = highCount;
            values[4] = noisy ? 1 : 0;
        }

        scratch.Free(mark);
    }

    // Mean over the points with neighbours of the squared difference of the two smoothings, over the filter's own power.
    private static (double Power, int Count) Power(ReadOnlySpan<double> time, ReadOnlySpan<double> flux, int length, Hat hat, Span<double> valid)
    {
        var times = MemoryMarshal.Cast<double, Vector512<double>>(time);
        var fluxes = MemoryMarshal.Cast<double, Vector512<double>>(flux);
        var window = Vector512.Create(hat.Window);
        var (squares, count, from, to, near, far) = (0.0, 0, 0, 0, 0, 0);
        for (var k = 0; k < length; k++)
        {
            while (time[k] - time[from] >= hat.Window)
            {
                from++;
            }

            while (to < length && time[to] - time[k] < hat.Window)
            {
                to++;
            }

            while (time[k] - time[near] > hat.Reach)
            {
                near++;
            }

            while (far < length && time[far] - time[k] <= hat.Reach)
            {
                far++;
            }

            valid[k] = far - near >= FewestNeighbours ? 1 : 0;
            if (far - near < FewestNeighbours)
            {
                continue;
            }

            var (wideSum, narrowSum, wideWeight, narrowWeight) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
            for (var vector = from / 8; vector * 8 < to; vector++)
            {
                var distance = times[vector] - Vector512.Create(time[k]);
                var inside = Vector512.LessThan(Vector512.Abs(distance), window);
                if (vector * 8 + 8 > length)
                {
                    inside &= Vector512.LessThan(Vector512.CreateSequence((double)(vector * 8), 1), Vector512.Create((double)length));
                }

                // The narrow Gaussian has half the width of the wide one, so it is its fourth power.
                var wide = Vector512.Exp(Vector512.Max(distance * distance * hat.Exponent, Vector512.Create(SmallestExponent))) & inside;
                var narrow = wide * wide * (wide * wide);
                wideSum += wide * fluxes[vector];
                narrowSum += narrow * fluxes[vector];
                wideWeight += wide;
                narrowWeight += narrow;
            }

            var difference = (Vector512.Sum(narrowSum) / Vector512.Sum(narrowWeight)) - (Vector512.Sum(wideSum) / Vector512.Sum(wideWeight));
            squares += difference * difference;
            count++;
        }

        return (squares / count / hat.SelfPower, count);
    }

    /// <summary>The filter of one timescale.</summary>
    /// <param name="Window">Half-width within which points are smoothed over, days.</param>
    /// <param name="Reach">Half-width within which a point needs neighbours, days.</param>
    /// <param name="Exponent">-1 / (2 s²) of the wide Gaussian, days⁻².</param>
    /// <param name="SelfPower">The filter's own power, 1 / days.</param>
    private sealed record Hat(double Window, double Reach, double Exponent, double SelfPower)
    {
        private const int Steps = 1000;

        public static Hat Of(double scale)
        {
            var narrow = 0.225 * scale / Math.Sqrt(2);
            var wide = 2 * narrow;
            var window = Math.Max(6 * narrow, ShortestWindow);
            var step = 2 * window / Steps;
            double Gaussian(int i, double width) => Math.Exp(-Math.Pow((i * step) - window, 2) / (2 * width * width));
            var grid = Enumerable.Range(0, Steps + 1).ToArray();
            var (narrowArea, wideArea) = (step * grid.Sum(i => Gaussian(i, narrow)), step * grid.Sum(i => Gaussian(i, wide)));
            var power = step * grid.Sum(i => Math.Pow((Gaussian(i, narrow) / narrowArea) - (Gaussian(i, wide) / wideArea), 2));
            return new Hat(window, 2 * window / 3, -1 / (2 * wide * wide), power);
        }
    }
}
