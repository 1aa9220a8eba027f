namespace Atat.Networks.Quantiles;

/// <summary>
/// Maps one tabular column to a standard normal distribution through its empirical quantiles (thesis section 4.3.3), with the
/// conventions of scikit-learn's <c>QuantileTransformer(output_distribution="normal")</c>: ties map to the middle of their range,
/// the ends to the clip values of about ±5.2.
/// </summary>
public sealed class QuantileTransformation : IColumnTransformation
{
    /// <summary>Stands for missing and infinite values, below every real one (thesis section 4.3.6).</summary>
    public const double Missing = -9999;

    /// <summary>Quantiles that the published preparation fits.</summary>
    public const int DefaultQuantiles = 10_000;

    private const double Threshold = 1e-7;
    // scikit-learn subtracts the spacing of doubles at one.
    private const double Margin = Threshold - 2.220446049250313e-16;

    private static readonly double ClipLow = NormalDistribution.Quantile(Margin);
    private static readonly double ClipHigh = NormalDistribution.Quantile(1 - Margin);

    private readonly double[] quantiles;
    private readonly double[] references;

    /// <summary>Makes a transformation from fitted quantiles.</summary>
    /// <param name="quantiles">Values of the column at evenly spaced probabilities 0 … 1, ascending; at least one.</param>
    /// <exception cref="ArgumentException">There are none, or they are not ascending and finite.</exception>
    public QuantileTransformation(ReadOnlySpan<double> quantiles)
    {
        if (quantiles.Length == 0)
        {
            throw new ArgumentException("A quantile transformation needs at least one quantile.", nameof(quantiles));
        }

        for (var i = 0; i < quantiles.Length; i++)
        {
            if (!double.IsFinite(quantiles[i]) || (i > 0 && quantiles[i] < quantiles[i - 1]))
            {
                throw new ArgumentException($"Quantile {i} is not finite or below the one before it.", nameof(quantiles));
            }
        }

        this.quantiles = quantiles.ToArray();
        references = References(quantiles.Length);
    }

    /// <summary>Values of the column at the probabilities i / (count - 1).</summary>
    public ReadOnlySpan<double> Quantiles => quantiles;

    /// <summary>Fits a column, with <see cref="Missing"/> in place of values that are not finite.</summary>
    /// <param name="values">Training rows of the column.</param>
    /// <param name="count">Quantiles at most; no more than rows.</param>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    public static QuantileTransformation Fit(ReadOnlySpan<double> values, int count = DefaultQuantiles)
    {
        if (values.Length == 0)
        {
            throw new ArgumentException("A quantile transformation needs at least one row.", nameof(values));
        }

        var sorted = new double[values.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = Finite(values[i]);
        }

        Array.Sort(sorted);
        var probabilities = References(Math.Min(count, sorted.Length));
        var fitted = new double[probabilities.Length];
        for (var i = 0; i < fitted.Length; i++)
        {
            // The percentage and back, in this order of operations: positions beside an integer fall on the same side as in scikit-learn.
            var position = (sorted.Length - 1) * (100 * probabilities[i] / 100);
            var below = (int)position;
            var fraction = position - below;
            var a = sorted[below];
            var b = sorted[Math.Min(below + 1, sorted.Length - 1)];
            var value = fraction < 0.5 ? a + ((b - a) * fraction) : b - ((b - a) * (1 - fraction));
            fitted[i] = i == 0 ? value : Math.Max(value, fitted[i - 1]);
        }

        return new QuantileTransformation(fitted);
    }

    /// <summary>Transforms one value; a value that is not finite counts as <see cref="Missing"/>.</summary>
    /// <returns>Between about -5.2 and 5.2.</returns>
    public double Transform(double value) =>
        Math.Clamp(NormalDistribution.Quantile(Probability(Finite(value))), ClipLow, ClipHigh);

    /// <summary>The value's place in the fitted distribution, 0 … 1.</summary>
    internal double Probability(double value)
    {
        if (value - Threshold < quantiles[0])
        {
            return 0;
        }

        if (value + Threshold > quantiles[^1])
        {
            return 1;
        }

        return 0.5 * (FromBelow(value) + FromAbove(value));
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : Missing;

    private static double[] References(int count)
    {
        var result = new double[count];
        var step = 1.0 / (count - 1);
        for (var i = 1; i < count; i++)
        {
            result[i] = i == count - 1 ? 1 : i * step;
        }

        return result;
    }

    // Interpolation over the quantiles; at a repeated quantile the last of its references.
    private double FromBelow(double value)
    {
        var next = UpperBound(value);
        return next == quantiles.Length ? 1 : Interpolate(next - 1, value);
    }

    // The same read from the other end: at a repeated quantile the first of its references.
    private double FromAbove(double value)
    {
        var index = LowerBound(value);
        return index == 0 || quantiles[index].Equals(value) ? references[index] : Interpolate(index - 1, value);
    }

    private double Interpolate(int index, double value)
    {
        var slope = (references[index + 1] - references[index]) / (quantiles[index + 1] - quantiles[index]);
        return (slope * (value - quantiles[index])) + references[index];
    }

    private int LowerBound(double value)
    {
        var (low, high) = (0, quantiles.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = quantiles[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int UpperBound(double value)
    {
        var (low, high) = (0, quantiles.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = quantiles[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
