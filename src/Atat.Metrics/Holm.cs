namespace Atat.Metrics;

/// <summary>Holm's correction of p-values for their number (Holm 1979, Scand. J. Stat. 6, 65): keeps the chance of any false finding in a family below the level.</summary>
public static class Holm
{
    /// <summary>Adjusts a family of p-values.</summary>
    /// <param name="pValues">The family; NaN where a test could not be made, which stays and does not count.</param>
    /// <returns>Adjusted p-values in the same order, each at least its own and at most 1.</returns>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        int[] order = [.. Enumerable.Range(0, pValues.Count).Where(i => !double.IsNaN(pValues[i])).OrderBy(i => pValues[i])];
        double[] adjusted = [.. pValues];
        var largest = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }
}
