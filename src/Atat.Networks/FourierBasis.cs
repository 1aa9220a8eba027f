using System.Runtime.Intrinsics;

namespace Atat.Networks;

/// <summary>
/// Sines and cosines of consecutive harmonics by angle addition: one sine and cosine of each token's time give all harmonics as powers of
/// a complex number, eight at a time and in double precision.
/// </summary>
internal static class FourierBasis
{
    private const int Lanes = 8;

    /// <summary>Evaluates the basis.</summary>
    /// <param name="times">(tokens), days.</param>
    /// <param name="frequency">Angle of the first order in a day, radians.</param>
    /// <param name="first">Order of the first harmonic.</param>
    /// <param name="basis">Receives (tokens, 2 H): sines, then cosines.</param>
    public static void Fill(ReadOnlySpan<float> times, double frequency, int first, Span<float> basis)
    {
        if (times.IsEmpty)
        {
            return;
        }

        var harmonics = basis.Length / times.Length / 2;
        var padded = (harmonics + Lanes - 1) / Lanes * Lanes;
        Span<float> sines = stackalloc float[padded];
        Span<float> cosines = stackalloc float[padded];
        for (var i = 0; i < times.Length; i++)
        {
            Powers(frequency * times[i], first, sines, cosines);
            var row = basis.Slice(i * 2 * harmonics, 2 * harmonics);
            sines[..harmonics].CopyTo(row);
            cosines[..harmonics].CopyTo(row[harmonics..]);
        }
    }

    private static void Powers(double angle, int first, Span<float> sines, Span<float> cosines)
    {
        var (sine, cosine) = Math.SinCos(angle);
        Span<double> lowSines = stackalloc double[Lanes];
        Span<double> lowCosines = stackalloc double[Lanes];
        (lowSines[0], lowCosines[0]) = first switch
        {
            0 => (0, 1),
            1 => (sine, cosine),
            _ => Math.SinCos(first * angle),
        };
        for (var lane = 1; lane < Lanes; lane++)
        {
            lowSines[lane] = (lowSines[lane - 1] * cosine) + (lowCosines[lane - 1] * sine);
            lowCosines[lane] = (lowCosines[lane - 1] * cosine) - (lowSines[lane - 1] * sine);
        }

        for (var doubling = 1; doubling < Lanes; doubling *= 2)
        {
            (sine, cosine) = (2 * sine * cosine, (cosine * cosine) - (sine * sine));
        }

        var (s, c) = (Vector512.Create<double>(lowSines), Vector512.Create<double>(lowCosines));
        var (stepSine, stepCosine) = (Vector512.Create(sine), Vector512.Create(cosine));
        for (var h = 0; h < sines.Length; h += Lanes)
        {
            Vector256.Narrow(s.GetLower(), s.GetUpper()).CopyTo(sines[h..]);
            Vector256.Narrow(c.GetLower(), c.GetUpper()).CopyTo(cosines[h..]);
            (s, c) = ((s * stepCosine) + (c * stepSine), (c * stepCosine) - (s * stepSine));
        }
    }
}
