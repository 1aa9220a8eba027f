namespace Atat.Metrics;

/// <summary>
/// Temperature scaling (Guo et al. 2017): the one number T for which softmax(logits / T) has the smallest mean log-loss. It changes how
/// sure a classifier is, not what it predicts. To be fitted on objects that were not trained on.
/// </summary>
public static class Temperature
{
    /// <summary>Bounds on T: reached where the data separate perfectly (log-loss falls without end) or are predicted no better than at random.</summary>
    public const double Smallest = 0.01, Largest = 100;

    private const int MaximumSteps = 100;

    /// <summary>Fits the temperature by Newton steps on b = 1 / T, in which the log-loss is convex; bisects where a step leaves the bracket.</summary>
    /// <param name="logits">Row-major (N, K).</param>
    /// <param name="labels">True class of each row, (N).</param>
    /// <returns>T between <see cref="Smallest"/> and <see cref="Largest"/>.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, a label is out of range, or a logit is not finite.</exception>
    public static double Fit(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels)
    {
        Rows.Width(logits.Length, labels);
        foreach (var logit in logits)
        {
            if (!double.IsFinite(logit))
            {
                throw new ArgumentException("A logit is not finite.", nameof(logits));
            }
        }

        double low = 1 / Largest, high = 1 / Smallest, inverse = 1;
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (slope, curvature) = Derivatives(logits, labels, inverse);
            if (slope == 0 && step == 0)
            {
                return 1; // already best, or no temperature changes the loss
            }

            (low, high) = slope > 0 ? (low, inverse) : (inverse, high);
            var next = inverse - (slope / curvature);
            if (!(next > low && next < high))
            {
                next = (low + high) / 2;
            }

            if (Math.Abs(next - inverse) <= 1e-14 * inverse)
            {
                break;
            }

            inverse = next;
        }

        return Math.Clamp(1 / inverse, Smallest, Largest);
    }

    /// <summary>Fits the temperature of single-precision logits.</summary>
    /// <inheritdoc cref="Fit(ReadOnlySpan{double}, ReadOnlySpan{int})"/>
    public static double Fit(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels)
    {
        var doubles = new double[logits.Length];
        for (var i = 0; i < doubles.Length; i++)
        {
            doubles[i] = logits[i];
        }

        return Fit(doubles, labels);
    }

    // d/db of the mean of ln sum exp(b z) - b z[label]: the mean of E[z] - z[label]; the second derivative is the mean of Var[z] under P.
    private static (double Slope, double Curvature) Derivatives(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double inverse)
    {
        var width = logits.Length / labels.Length;
        Span<double> probabilities = width <= 256 ? stackalloc double[width] : new double[width];
        double slope = 0, curvature = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var row = logits.Slice(i * width, width);
            Softmax.Row(row, inverse, probabilities);
            double mean = 0, square = 0;
            for (var k = 0; k < width; k++)
            {
                mean += probabilities[k] * row[k];
            }

            for (var k = 0; k < width; k++)
            {
                square += probabilities[k] * (row[k] - mean) * (row[k] - mean);
            }

            slope += mean - row[labels[i]];
            curvature += square;
        }

        return (slope / labels.Length, curvature / labels.Length);
    }
}
