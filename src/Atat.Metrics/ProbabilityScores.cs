namespace Atat.Metrics;

/// <summary>Proper scores of class probabilities: smaller is better. Probabilities are row-major (N, K), truth is (N).</summary>
public static class ProbabilityScores
{
    /// <summary>Probabilities below this count as this in a logarithm, so that one confident error leaves a finite mean.</summary>
    public const double SmallestProbability = 1e-15;

    /// <summary>Mean of -ln P[truth] (natural logarithm), probabilities clipped at <see cref="SmallestProbability"/>.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is out of range.</exception>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth) => Mean(LogLosses(probabilities, truth));

    /// <summary>Brier score: mean over objects of the sum over classes of (P - onehot)^2, 0 … 2. Some authors divide by K.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is out of range.</exception>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth) => Mean(BrierTerms(probabilities, truth));

    /// <summary>-ln P[truth] of each object, (N).</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is out of range.</exception>
    public static double[] LogLosses(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth)
    {
        var width = Rows.Width(probabilities.Length, truth);
        var losses = new double[truth.Length];
        for (var i = 0; i < losses.Length; i++)
        {
            losses[i] = -Math.Log(Math.Max(probabilities[(i * width) + truth[i]], SmallestProbability));
        }

        return losses;
    }

    /// <summary>Sum over classes of (P - onehot)^2 of each object, (N).</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is out of range.</exception>
    public static double[] BrierTerms(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth)
    {
        var width = Rows.Width(probabilities.Length, truth);
        var terms = new double[truth.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            for (var k = 0; k < width; k++)
            {
                var gap = probabilities[(i * width) + k] - (k == truth[i] ? 1 : 0);
                terms[i] += gap * gap;
            }
        }

        return terms;
    }

    private static double Mean(double[] values) => values.Average();
}
