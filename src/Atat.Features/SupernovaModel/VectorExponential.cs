using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.SupernovaModel;

/// <summary>exp of eight numbers of moderate size at once, without the special cases of the general function.</summary>
internal static class VectorExponential
{
    private const double Magic = 6755399441055744.0; // 1.5 · 2^52: what is added to it is rounded to an integer in its lowest bits.

    /// <summary>exp(x), within a few 1e-16 of itself.</summary>
    /// <param name="x">Between -700 and 700.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        // x = k ln 2 + r with an integer k and |r| <= ln(2) / 2; ln 2 in two parts, so that k times the first is exact.
        var shifted = Fma(x, Vector512.Create(1.4426950408889634), Vector512.Create(Magic));
        var k = shifted - Vector512.Create(Magic);
        var r = Fma(k, Vector512.Create(-0.693147180369123816490), x);
        r = Fma(k, Vector512.Create(-1.90821492927058770002e-10), r);

        // The series of exp to r^12 in pairs, whose sums do not wait for one another.
        var square = r * r;
        var fourth = square * square;
        var a = Fma(Pair(r, 1.0, 1.0), square, 1.0 / 2, 1.0 / 6, r);
        var b = Fma(Pair(r, 1.0 / 24, 1.0 / 120), square, 1.0 / 720, 1.0 / 5040, r);
        var c = Fma(Pair(r, 1.0 / 40320, 1.0 / 362880), square, 1.0 / 3628800, 1.0 / 39916800, r);
        c = Fma(fourth, Vector512.Create(1.0 / 479001600), c);
        var series = Fma(Fma(c, fourth, b), fourth, a);
        return (series.AsInt64() + Vector512.ShiftLeft(shifted.AsInt64(), 52)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Vector512.MultiplyAddEstimate(a, b, c);

    // low + (even + odd r) square.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fma(Vector512<double> low, Vector512<double> square, double even, double odd, Vector512<double> r) =>
        Fma(Pair(r, even, odd), square, low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Pair(Vector512<double> r, double even, double odd) =>
        Fma(r, Vector512.Create(odd), Vector512.Create(even));
}
