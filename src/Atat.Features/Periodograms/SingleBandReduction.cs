using System.Runtime.Intrinsics;

namespace Atat.Features.Periodograms;

/// <summary>
/// The same as <see cref="BandReduction"/> in single precision, times and phases included, as published codes compute it: phases of light curves of
/// many days are coarse, and so are its values. For comparison with those codes only.
/// </summary>
internal sealed class SingleBandReduction
{
    private const int Lanes = 16;

    private readonly OrthogonalPolynomials<float> polynomials = new();
    private float[] time = [];
    private float[] value = [];
    private float[] inverseError = [];
    private float[] lanes = [];
    private int count;

    /// <summary>Takes the observations of a band from one time to another.</summary>
    public void Load(BandSeries band, double from, double to)
    {
        if (time.Length < band.Length)
        {
            time = new float[band.Length * 2];
            value = new float[band.Length * 2];
            inverseError = new float[band.Length * 2];
            lanes = new float[band.Length * 4 * Lanes];
        }

        count = 0;
        var (total, mean) = (0f, 0f);
        for (var i = 0; i < band.Length; i++)
        {
            if (band.Time[i] >= from && band.Time[i] <= to && band.Error[i] > 0)
            {
                (time[count], value[count], inverseError[count]) = ((float)band.Time[i], (float)band.Flux[i], 1 / (float)band.Error[i]);
                var weight = inverseError[count] * inverseError[count];
                total += weight;
                mean += weight * value[count++];
            }
        }

        // What is constant has no variance by rounding either.
        mean = count == 0 || value.AsSpan(0, count).ContainsAnyExcept(value[0]) ? mean / total : value[0];
        for (var i = 0; i < count; i++)
        {
            value[i] -= mean;
        }
    }

    /// <summary>Computes the reductions at frequencies.</summary>
    /// <param name="frequencies">Frequencies, cycles a day.</param>
    /// <param name="harmonics">Harmonics of the series.</param>
    /// <param name="reduction">Receives a value a frequency.</param>
    public void At(ReadOnlySpan<float> frequencies, int harmonics, Span<double> reduction)
    {
        var cosines = lanes.AsSpan(0, count * Lanes);
        var sines = lanes.AsSpan(count * Lanes, count * Lanes);
        Span<float> some = stackalloc float[Lanes];
        for (var start = 0; start < frequencies.Length; start += Lanes)
        {
            var number = Math.Min(Lanes, frequencies.Length - start);
            some.Fill(frequencies[start]);
            frequencies.Slice(start, number).CopyTo(some);
            var frequency = Vector512.Create<float>(some);
            for (var i = 0; i < count; i++)
            {
                var cycles = frequency * time[i];
                var (sine, cosine) = Vector512.SinCos((cycles - Vector512.Floor(cycles)) * (2 * MathF.PI));
                cosine.CopyTo(cosines[(i * Lanes)..]);
                sine.CopyTo(sines[(i * Lanes)..]);
            }

            var result = polynomials.Reduction(inverseError.AsSpan(0, count), value.AsSpan(0, count), cosines, sines, harmonics);
            for (var k = 0; k < number; k++)
            {
                reduction[start + k] = result[k];
            }
        }
    }
}
