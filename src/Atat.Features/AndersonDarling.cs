using MathNet.Numerics;

namespace Atat.Features;

/// <summary>The Anderson-Darling test against a normal distribution, squeezed into 0 to 1.</summary>
internal static class AndersonDarling
{
    // Beyond this, the complementary error function nears the smallest numbers and its logarithm is taken from the asymptotic series.
    private const double AsymptoticFrom = 20;

    /// <summary>Computes 1 / (1 + exp(-10 (A² - 0.3))).</summary>
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="mean">Mean of the normal distribution.</param>
    /// <param name="deviation">Its standard deviation, above 0.</param>
    public static double Compute(ReadOnlySpan<double> sorted, double mean, double deviation)
    {
        var sum = 0.0;
        var n = sorted.Length;
        for (var i = 0; i < n; i++)
        {
            var below = LogTail(-(sorted[i] - mean) / deviation);
            var above = LogTail((sorted[n - 1 - i] - mean) / deviation);
            sum += ((2 * i) + 1) * (below + above);
        }

        var statistic = -n - (sum / n);
        return 1 / (1 + Math.Exp(-10 * (statistic - 0.3)));
    }

    // Logarithm of the probability that a standard normal variable exceeds x.
    private static double LogTail(double x)
    {
        if (x < AsymptoticFrom)
        {
            return Math.Log(0.5 * SpecialFunctions.Erfc(x / Math.Sqrt(2)));
        }

        var square = 1 / (x * x);
        var series = 1 - (square * (1 - (square * (3 - (square * (15 - (105 * square)))))));
        return (-x * x / 2) - Math.Log(x * Math.Sqrt(2 * Math.PI)) + Math.Log(series);
    }
}
