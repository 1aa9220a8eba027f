using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.Periodograms;

/// <summary>
/// Analysis of variance by complex polynomials orthogonal over the observations (Schwarzenberg-Czerny 1996, ApJL 460, L107): the chi-square that a Fourier
/// series of a few harmonics takes off a constant, for as many frequencies at a time as a vector has lanes. Its recursion stays finite where phases
/// coincide and a closed form would divide by zero.
/// </summary>
/// <typeparam name="T">Precision: double, or float as in published codes.</typeparam>
internal sealed class OrthogonalPolynomials<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Vector512<T> Floor = Vector512.Create(T.CreateChecked(1e-9));

    private T[] state = [];

    /// <summary>Computes the reduction of chi-square at the frequencies of the lanes.</summary>
    /// <param name="inverseError">1 / error of each observation.</param>
    /// <param name="value">Brightness minus its weighted mean.</param>
    /// <param name="cosine">cos 2πft, (observations, lanes).</param>
    /// <param name="sine">sin 2πft, (observations, lanes).</param>
    /// <param name="harmonics">Harmonics of the series.</param>
    /// <returns>The reduction, a frequency a lane.</returns>
    public Vector512<T> Reduction(ReadOnlySpan<T> inverseError, ReadOnlySpan<T> value, ReadOnlySpan<T> cosine, ReadOnlySpan<T> sine, int harmonics)
    {
        var lanes = Vector512<T>.Count;
        var n = inverseError.Length;
        if (state.Length < 6 * n * lanes)
        {
            state = new T[12 * n * lanes];
        }

        var all = MemoryMarshal.Cast<T, Vector512<T>>(state.AsSpan());
        var pr = all[..n];
        var pi = all.Slice(n, n);
        var qr = all.Slice(2 * n, n);
        var qi = all.Slice(3 * n, n);
        var cr = all.Slice(4 * n, n);
        var ci = all.Slice(5 * n, n);
        var zr = MemoryMarshal.Cast<T, Vector512<T>>(cosine)[..n];
        var zi = MemoryMarshal.Cast<T, Vector512<T>>(sine)[..n];
        for (var i = 0; i < n; i++)
        {
            pr[i] = Vector512.Create(inverseError[i]);
            pi[i] = Vector512<T>.Zero;
            qr[i] = Vector512<T>.One;
            qi[i] = Vector512<T>.Zero;
            var weighted = Vector512.Create(value[i]);
            var (re, im) = (zr[i] * weighted, zi[i] * weighted);
            for (var k = 1; k < harmonics; k++)
            {
                (re, im) = ((re * zr[i]) - (im * zi[i]), (re * zi[i]) + (im * zr[i]));
            }

            cr[i] = re * inverseError[i];
            ci[i] = im * inverseError[i];
        }

        var reduction = Vector512<T>.Zero;
        for (var step = 0; step <= 2 * harmonics; step++)
        {
            var square = Vector512<T>.Zero;
            var (ar, ai) = (Vector512<T>.Zero, Vector512<T>.Zero);
            var (sr, si) = (Vector512<T>.Zero, Vector512<T>.Zero);
            for (var i = 0; i < n; i++)
            {
                square += (pr[i] * pr[i]) + (pi[i] * pi[i]);
                ar += ((zr[i] * pr[i]) - (zi[i] * pi[i])) * inverseError[i];
                ai += ((zr[i] * pi[i]) + (zi[i] * pr[i])) * inverseError[i];
                sr += (pr[i] * cr[i]) + (pi[i] * ci[i]);
                si += (pr[i] * ci[i]) - (pi[i] * cr[i]);
            }

            square = Vector512.Max(square, Floor);
            (ar, ai) = (ar / square, ai / square);
            reduction += ((sr * sr) + (si * si)) / square;
            for (var i = 0; i < n; i++)
            {
                // p becomes z p - a q conj(p), with the old p and q; then q becomes z q.
                var (ur, ui) = ((qr[i] * pr[i]) + (qi[i] * pi[i]), (qi[i] * pr[i]) - (qr[i] * pi[i]));
                var (nr, ni) = ((zr[i] * pr[i]) - (zi[i] * pi[i]), (zr[i] * pi[i]) + (zi[i] * pr[i]));
                pr[i] = nr - ((ar * ur) - (ai * ui));
                pi[i] = ni - ((ar * ui) + (ai * ur));
                (qr[i], qi[i]) = ((zr[i] * qr[i]) - (zi[i] * qi[i]), (zr[i] * qi[i]) + (zi[i] * qr[i]));
            }
        }

        return reduction;
    }
}
