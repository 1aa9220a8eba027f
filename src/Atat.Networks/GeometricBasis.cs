using System.Runtime.Intrinsics;

namespace Atat.Networks;

/// <summary>Sines and cosines of times at any frequencies, eight at a time and in double precision, since angles reach tens of thousands.</summary>
internal static class GeometricBasis
{
    private const int Lanes = 8;

    /// <summary>Evaluates the basis.</summary>
    /// <param name="times">(tokens), days.</param>
    /// <param name="frequencies">Half as many as columns, rounded up: radians a day.</param>
    /// <param name="basis">Receives (tokens, columns): sines of all frequencies, then cosines of as many as there is room for.</param>
    public static void Fill(ReadOnlySpan<float> times, ReadOnlySpan<double> frequencies, Span<float> basis)
    {
        if (times.IsEmpty)
        {
            return;
        }

        var columns = basis.Length / times.Length;
        var padded = (frequencies.Length + Lanes - 1) / Lanes * Lanes;
        Span<double> rates = stackalloc double[padded];
        Span<float> sines = stackalloc float[padded];
        Span<float> cosines = stackalloc float[padded];
        rates.Clear();
        frequencies.CopyTo(rates);
        for (var i = 0; i < times.Length; i++)
        {
            for (var k = 0; k < padded; k += Lanes)
            {
                var (s, c) = Vector512.SinCos(Vector512.Create<double>(rates[k..]) * times[i]);
                Vector256.Narrow(s.GetLower(), s.GetUpper()).CopyTo(sines[k..]);
                Vector256.Narrow(c.GetLower(), c.GetUpper()).CopyTo(cosines[k..]);
            }

            var row = basis.Slice(i * columns, columns);
            sines[..frequencies.Length].CopyTo(row);
            cosines[..(columns - frequencies.Length)].CopyTo(row[frequencies.Length..]);
        }
    }
}
