namespace Atat.Features;

/// <summary>Mean and population variance.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Variance">Mean squared distance from it.</param>
internal readonly record struct Moments(double Mean, double Variance)
{
    /// <summary>Square root of the variance.</summary>
    public double Deviation { get; } = Math.Sqrt(Variance);

    /// <summary>Of values, in two passes; a series of equal values has no variance at all.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var constant = true;
        foreach (var value in values)
        {
            constant &= value == values[0];
        }

        if (constant)
        {
            // The mean of equal values may differ from them in its last digit.
            return new Moments(values.IsEmpty ? double.NaN : values[0], 0);
        }

        var mean = PairwiseSum.Of(values) / values.Length;
        return new Moments(mean, PairwiseSum.OfSquares(values, mean) / values.Length);
    }
}
