namespace Atat.Metrics;

/// <summary>From logits to probabilities.</summary>
public static class Softmax
{
    /// <summary>exp(z / T) / sum exp(z / T) of each row, safe against overflow.</summary>
    /// <param name="logits">Row-major (N, K).</param>
    /// <param name="classCount">Number of classes, K.</param>
    /// <param name="temperature">T; above 1 softens, below 1 sharpens.</param>
    /// <returns>Row-major (N, K), rows sum to 1.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of K.</exception>
    public static double[] OfRows(ReadOnlySpan<double> logits, int classCount, double temperature = 1)
    {
        var probabilities = new double[logits.Length];
        for (var i = 0; i < Rows.Count(logits.Length, classCount); i++)
        {
            Row(logits.Slice(i * classCount, classCount), 1 / temperature, probabilities.AsSpan(i * classCount, classCount));
        }

        return probabilities;
    }

    /// <summary>One row with the inverse temperature b = 1 / T.</summary>
    internal static void Row(ReadOnlySpan<double> logits, double inverse, Span<double> probabilities)
    {
        var largest = logits[0];
        foreach (var logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        var sum = 0.0;
        for (var k = 0; k < logits.Length; k++)
        {
            probabilities[k] = Math.Exp(inverse * (logits[k] - largest));
            sum += probabilities[k];
        }

        for (var k = 0; k < logits.Length; k++)
        {
            probabilities[k] /= sum;
        }
    }
}
