using MathNet.Numerics;

namespace Atat.Features;

/// <summary>The chi-square distribution.</summary>
internal static class ChiSquare
{
    /// <summary>Probability of a smaller value.</summary>
    /// <param name="value">Value, from 0 on.</param>
    /// <param name="freedom">Degrees of freedom, above 0.</param>
    public static double Below(double value, int freedom)
    {
        if (!double.IsFinite(value))
        {
            return double.IsPositiveInfinity(value) ? 1 : double.NaN;
        }

        var (shape, x) = (freedom / 2.0, value / 2);

        // Far in a tail the answer is 0 or 1, and the series would take long to say so.
        var width = 40 * Math.Sqrt(shape + 1);
        return x > shape + width + 800 ? 1 : x < shape - width && shape > 1e4 ? 0 : SpecialFunctions.GammaLowerRegularized(shape, x);
    }
}
