using System.Runtime.Intrinsics;

namespace Atat.Features.Periodograms;

/// <summary>
/// Cosines and sines of eight equally spaced phases by rotation. The runtime's vector functions round differently before and after it has optimised them,
/// and features must not depend on how long a program has run.
/// </summary>
/// <param name="Cosine">Cosines.</param>
/// <param name="Sine">Sines.</param>
internal readonly record struct PhaseLanes(Vector512<double> Cosine, Vector512<double> Sine)
{
    /// <summary>The phases from one on.</summary>
    /// <param name="start">First phase, turns.</param>
    /// <param name="step">Distance of neighbours, turns.</param>
    public static PhaseLanes Of(double start, double step)
    {
        var (s, c) = Math.SinCos(2 * Math.PI * Fraction(start));
        var (t, d) = Math.SinCos(2 * Math.PI * Fraction(step));
        Span<double> cosines = stackalloc double[8];
        Span<double> sines = stackalloc double[8];
        for (var lane = 0; lane < cosines.Length; lane++)
        {
            (cosines[lane], sines[lane]) = (c, s);
            (c, s) = ((c * d) - (s * t), (c * t) + (s * d));
        }

        return new PhaseLanes(Vector512.Create<double>(cosines), Vector512.Create<double>(sines));
    }

    /// <summary>The phases turned by an angle.</summary>
    /// <param name="cosine">Cosine of the angle.</param>
    /// <param name="sine">Sine of the angle.</param>
    public PhaseLanes Turned(double cosine, double sine) => new((Cosine * cosine) - (Sine * sine), (Cosine * sine) + (Sine * cosine));

    /// <summary>What is beyond whole turns.</summary>
    public static double Fraction(double turns) => turns - Math.Floor(turns);
}
