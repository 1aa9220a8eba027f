using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features;

/// <summary>
/// Sums in eight running parts, of long series by halves: exacter than one after the other, and in the order of the numerical libraries of the published
/// codes, on whose last digit a flat likelihood can depend.
/// </summary>
internal static class PairwiseSum
{
    private const int Parts = 8;
    private const int LongestRun = 128;

    /// <summary>Sum of the values.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length > LongestRun)
        {
            var half = Half(values.Length);
            return Of(values[..half]) + Of(values[half..]);
        }

        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(values);
        var parts = Vector512<double>.Zero;
        foreach (var vector in vectors)
        {
            parts += vector;
        }

        var sum = vectors.IsEmpty ? 0 : Joined(parts);
        foreach (var value in values[(vectors.Length * Parts)..])
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>Sum of the squared distances of values from a centre.</summary>
    public static double OfSquares(ReadOnlySpan<double> values, double centre)
    {
        if (values.Length > LongestRun)
        {
            var half = Half(values.Length);
            return OfSquares(values[..half], centre) + OfSquares(values[half..], centre);
        }

        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(values);
        var parts = Vector512<double>.Zero;
        foreach (var vector in vectors)
        {
            var distance = vector - Vector512.Create(centre);
            parts += distance * distance;
        }

        var sum = vectors.IsEmpty ? 0 : Joined(parts);
        foreach (var value in values[(vectors.Length * Parts)..])
        {
            sum += (value - centre) * (value - centre);
        }

        return sum;
    }

    private static int Half(int length) => length / 2 / Parts * Parts;

    private static double Joined(Vector512<double> parts) =>
        parts[0] + parts[1] + (parts[2] + parts[3]) + (parts[4] + parts[5] + (parts[6] + parts[7]));
}
