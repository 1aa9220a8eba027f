namespace Atat.Forests.Growing;

/// <summary>
/// Divides the values of a feature into bins that hold equal weight, where every class weighs the same: a balanced forest looks at rare classes as
/// closely as at common ones. Where there are no more distinct values than bins, each has its own.
/// </summary>
internal static class BinEdges
{
    /// <summary>Edges between bins, ascending: bin b holds what is above edge b - 1 and not above edge b.</summary>
    /// <param name="values">Values; missing ones are left out.</param>
    /// <param name="rows">Rows of the values to look at.</param>
    /// <param name="weights">Weight of each of these rows.</param>
    /// <param name="bins">Most bins.</param>
    public static float[] Find(ReadOnlySpan<float> values, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, int bins)
    {
        var sorted = new float[rows.Length];
        var weightOf = new float[rows.Length];
        var count = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (float.IsFinite(values[rows[i]]))
            {
                sorted[count] = values[rows[i]];
                weightOf[count++] = weights[i];
            }
        }

        Array.Sort(sorted, weightOf, 0, count);
        var (distinct, total) = Merge(sorted, weightOf, count);
        return distinct <= bins ? Between(sorted, distinct) : EqualWeight(sorted, weightOf, distinct, total, bins);
    }

    // Equal values become one that has their weight.
    private static (int Distinct, double Total) Merge(float[] values, float[] weights, int count)
    {
        var (last, total) = (-1, 0.0);
        for (var i = 0; i < count; i++)
        {
            total += weights[i];
            if (last >= 0 && values[i] == values[last])
            {
                weights[last] += weights[i];
            }
            else
            {
                (values[++last], weights[last]) = (values[i], weights[i]);
            }
        }

        return (last + 1, total);
    }

    private static float[] Between(float[] values, int distinct)
    {
        var edges = new float[Math.Max(0, distinct - 1)];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = Middle(values[i], values[i + 1]);
        }

        return edges;
    }

    private static float[] EqualWeight(float[] values, float[] weights, int distinct, double left, int bins)
    {
        var edges = new List<float>(bins - 1);
        var held = 0.0;
        for (var i = 0; i < distinct - 1 && edges.Count < bins - 1; i++)
        {
            held += weights[i];
            if (held * (bins - edges.Count) >= left)
            {
                edges.Add(Middle(values[i], values[i + 1]));
                left -= held;
                held = 0;
            }
        }

        return [.. edges];
    }

    // At least the lower and less than the higher value, whatever the rounding.
    private static float Middle(float lower, float higher)
    {
        var middle = (float)((lower + (double)higher) / 2);
        return middle < higher ? middle : lower;
    }
}
