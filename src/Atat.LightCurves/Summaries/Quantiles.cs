namespace Atat.LightCurves.Summaries;

/// <summary>Five numbers that describe a set of values; NaN where it is empty.</summary>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Lower">First quartile.</param>
/// <param name="Median">Median.</param>
/// <param name="Upper">Third quartile.</param>
/// <param name="Maximum">Largest value.</param>
public sealed record Quantiles(double Minimum, double Lower, double Median, double Upper, double Maximum)
{
    /// <summary>Of values in any order, interpolated linearly (NumPy's default).</summary>
    public static Quantiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Quantiles(At(sorted, 0), At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75), At(sorted, 1));
    }

    private static double At(double[] sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
