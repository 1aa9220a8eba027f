using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.Periodograms;

/// <summary>
/// The chi-square that a constant, a cosine and a sine take off a constant, from the weighted sums of the observations' phases: the closed form of
/// the analysis of variance with one harmonic (Zechmeister and Kürster 2009, A&amp;A 496, 577).
/// </summary>
/// <param name="total">Sum of weights w.</param>
internal readonly struct OneHarmonicFit(double total)
{
    // Below this share of its greatest value the determinant has lost too many digits to divide by.
    private const double SmallestDeterminant = 1e-6;

    private readonly double half = total / 2;
    private readonly double inverse = 1 / total;
    private readonly double smallest = SmallestDeterminant * total * total / 4;

    /// <summary>The reduction of chi-square at eight frequencies.</summary>
    /// <param name="c1">Σ w cos φ.</param>
    /// <param name="s1">Σ w sin φ.</param>
    /// <param name="c2">Σ w cos 2φ.</param>
    /// <param name="s2">Σ w sin 2φ.</param>
    /// <param name="yc">Σ w y cos φ, where Σ w y = 0.</param>
    /// <param name="ys">Σ w y sin φ.</param>
    /// <param name="degenerate">Lanes whose phases (nearly) coincide: their value is wrong.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Reduction(
        Vector512<double> c1,
        Vector512<double> s1,
        Vector512<double> c2,
        Vector512<double> s2,
        Vector512<double> yc,
        Vector512<double> ys,
        out ulong degenerate)
    {
        var (m, n) = (c1 * inverse, s1 * inverse);
        var cc = Vector512.FusedMultiplyAdd(c2, Vector512.Create(0.5), Vector512.Create(half)) - (c1 * m);
        var ss = Vector512.FusedMultiplyAdd(c2, Vector512.Create(-0.5), Vector512.Create(half)) - (s1 * n);
        var cs = (s2 * 0.5) - (c1 * n);
        var determinant = (cc * ss) - (cs * cs);
        degenerate = Vector512.LessThan(determinant, Vector512.Create(smallest)).ExtractMostSignificantBits();
        return ((yc * ((yc * ss) - (ys * cs))) + (ys * ((ys * cc) - (yc * cs)))) / determinant;
    }
}
