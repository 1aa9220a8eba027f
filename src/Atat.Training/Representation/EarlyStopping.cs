namespace Atat.Training.Representation;

/// <summary>
/// Counts the passes without a lower error (thesis section 3.3.4). With a tolerance, an error is lower only where it lies below the one counted last by more than that
/// share of the whole fall since the first pass: a share of the fall, not of the error, means the same whatever noise no network can explain, and is small for a network
/// that has hardly begun to learn. On a plateau where the error does not fall at all, it too is stopped, as it is without a tolerance.
/// </summary>
/// <param name="Tolerance">Share of the fall since the first pass; 0 counts every lower error, as the thesis does.</param>
internal sealed record EarlyStopping(double Tolerance)
{
    private double first = double.NaN;
    private double counted = double.PositiveInfinity;

    /// <summary>Lowest error of a pass.</summary>
    public double Lowest { get; private init; } = double.PositiveInfinity;

    /// <summary>Passes since one that counted as lower.</summary>
    public int Since { get; private init; }

    /// <summary>The state after one more pass.</summary>
    /// <param name="error">Mean squared error of the pass.</param>
    public EarlyStopping After(double error)
    {
        var fall = double.IsNaN(first) ? 0 : first - counted;
        var isLower = error < counted - (Tolerance * fall);
        return this with
        {
            first = double.IsNaN(first) ? error : first,
            counted = isLower ? error : counted,
            Lowest = Math.Min(Lowest, error),
            Since = isLower ? 0 : Since + 1,
        };
    }
}
