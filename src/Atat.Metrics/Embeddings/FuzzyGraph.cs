namespace Atat.Metrics.Embeddings;

/// <summary>
/// Fuzzy graph of nearest neighbours, the first stage of UMAP (McInnes et al. 2018, arXiv:1802.03426, section 3.1): how surely two points are
/// neighbours, when each measures distances by how far its own neighbours are.
/// </summary>
/// <param name="Rows">Lower index of each edge, ascending: (edges).</param>
/// <param name="Columns">Higher index of each edge: (edges).</param>
/// <param name="Weights">Membership of each edge, 0 … 1, none of them 0: (edges).</param>
public sealed record FuzzyGraph(int[] Rows, int[] Columns, double[] Weights)
{
    // A scale is no smaller than this part of the mean distance, so that points on top of each other do not divide by zero.
    private const double SmallestScale = 1e-3;

    /// <summary>Makes the graph.</summary>
    /// <param name="neighbours">Neighbours of each point among the same points, the point itself not among them: k - 1 for UMAP's k neighbours, which count the point itself.</param>
    public static FuzzyGraph Of(Neighbours neighbours)
    {
        var (_, _, weights) = Directed(neighbours);
        var (keys, values) = (new long[weights.Length], new (double, double)[weights.Length]);
        for (var e = 0; e < weights.Length; e++)
        {
            var (from, to) = (e / neighbours.Count, neighbours.Indices[e]);
            keys[e] = ((long)Math.Min(from, to) << 32) | (uint)Math.Max(from, to);
            values[e] = from < to ? (weights[e], 0) : (0, weights[e]);
        }

        Array.Sort(keys, values);
        var (rows, columns, symmetric) = (new List<int>(keys.Length), new List<int>(keys.Length), new List<double>(keys.Length));
        for (var e = 0; e < keys.Length; e++)
        {
            var (there, back) = values[e];
            if (e + 1 < keys.Length && keys[e + 1] == keys[e])
            {
                e++;
                (there, back) = (there + values[e].Item1, back + values[e].Item2);
            }

            // The probabilistic t-conorm: an edge is there if either direction is.
            var weight = there + back - (there * back);
            if (weight > 0)
            {
                rows.Add((int)(keys[e] >> 32));
                columns.Add((int)(keys[e] & uint.MaxValue));
                symmetric.Add(weight);
            }
        }

        return new FuzzyGraph([.. rows], [.. columns], [.. symmetric]);
    }

    /// <summary>Distance to the nearest other point, scale, and directed memberships: (N), (N), and row-major (N, k - 1).</summary>
    internal static (double[] Nearest, double[] Scales, double[] Weights) Directed(Neighbours neighbours)
    {
        var (nearest, scales, weights) = (new double[neighbours.Points], new double[neighbours.Points], new double[neighbours.Distances.Length]);
        var mean = neighbours.Distances.Sum() / (neighbours.Points * (neighbours.Count + 1));
        for (var i = 0; i < neighbours.Points; i++)
        {
            var distances = neighbours.DistancesOf(i);
            nearest[i] = FirstPositive(distances);
            var scale = nearest[i] > 0 ? System.Numerics.Tensors.TensorPrimitives.Sum(distances) / (neighbours.Count + 1) : mean;
            scales[i] = Math.Max(Scale(distances, nearest[i]), SmallestScale * scale);
            for (var j = 0; j < distances.Length; j++)
            {
                weights[(i * neighbours.Count) + j] = Membership(distances[j] - nearest[i], scales[i]);
            }
        }

        return (nearest, scales, weights);
    }

    private static double Membership(double beyond, double scale) => beyond <= 0 ? 1 : Math.Exp(-beyond / scale);

    private static double FirstPositive(ReadOnlySpan<double> distances)
    {
        var first = distances.IndexOfAnyExcept(0.0);
        return first < 0 ? 0 : distances[first];
    }

    // The scale at which the memberships sum to log2 k, by bisection; the sum grows with the scale.
    private static double Scale(ReadOnlySpan<double> distances, double nearest)
    {
        var (wanted, low, high, scale) = (Math.Log2(distances.Length + 1), 0.0, double.PositiveInfinity, 1.0);
        while (high > low * (1 + 1e-15) && high > double.Epsilon && scale < double.MaxValue / 2)
        {
            var sum = 0.0;
            foreach (var distance in distances)
            {
                sum += Membership(distance - nearest, scale);
            }

            (low, high) = sum > wanted ? (low, scale) : (scale, high);
            var next = double.IsInfinity(high) ? 2 * scale : (low + high) / 2;
            if (next == scale)
            {
                break;
            }

            scale = next;
        }

        return scale;
    }
}
