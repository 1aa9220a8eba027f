namespace Atat.Networks.Quantiles;

/// <summary>
/// What a tabular column goes through in place of its <see cref="QuantileTransformation"/>: the mean is subtracted, and the deviation divided
/// by. The shape of the distribution stays what it is.
/// </summary>
public sealed record Standardisation : IColumnTransformation
{
    // No row that took part in fitting lies further out, up to a million of them; one that did not must not overflow the network.
    private const double Largest = 1000;

    /// <summary>Makes a standardisation.</summary>
    /// <param name="mean">Subtracted.</param>
    /// <param name="deviation">Divided by.</param>
    /// <exception cref="ArgumentException">One is not finite, or the deviation not positive.</exception>
    public Standardisation(double mean, double deviation)
    {
        if (!double.IsFinite(mean) || !double.IsFinite(deviation) || deviation <= 0)
        {
            throw new ArgumentException("A mean is finite, and a deviation finite and above 0.", nameof(deviation));
        }

        (Mean, Deviation) = (mean, deviation);
    }

    /// <summary>Mean of the training rows that are finite.</summary>
    public double Mean { get; }

    /// <summary>Their standard deviation (of the population).</summary>
    public double Deviation { get; }

    /// <summary>Fits a column; values that are not finite take no part.</summary>
    /// <param name="values">Training rows of the column; where all are alike or missing, the deviation is 1.</param>
    public static Standardisation Fit(ReadOnlySpan<double> values)
    {
        var (count, largest) = (0, 0.0);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                count++;
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        if (count == 0 || largest == 0)
        {
            return new Standardisation(0, 1);
        }

        // In units of the largest, whose square may not be representable.
        var mean = Sum(values, largest, 0, square: false) / count;
        var deviation = Math.Sqrt(Sum(values, largest, mean, square: true) / count);
        return new Standardisation(mean * largest, deviation * largest is var scale && deviation > 1e-12 && scale > 0 ? scale : 1);
    }

    /// <inheritdoc/>
    /// <remarks>A missing value is at 0, the mean: there is no value below all others.</remarks>
    public double Transform(double value) => double.IsFinite(value) ? Math.Clamp((value - Mean) / Deviation, -Largest, Largest) : 0;

    private static double Sum(ReadOnlySpan<double> values, double unit, double mean, bool square)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                var difference = (value / unit) - mean;
                sum += square ? difference * difference : difference;
            }
        }

        return sum;
    }
}
