namespace Atat.Metrics.Embeddings;

/// <summary>The k nearest reference points of each of some points, nearest first; of equally near ones that of the lower index.</summary>
/// <param name="Count">Neighbours of a point, k.</param>
/// <param name="Indices">Indices of reference points, row-major (N, k).</param>
/// <param name="Distances">Euclidean distances to them, row-major (N, k), ascending in a row.</param>
public sealed record Neighbours(int Count, int[] Indices, double[] Distances)
{
    /// <summary>Number of points, N.</summary>
    public int Points => Indices.Length / Count;

    /// <summary>Neighbours of a point, nearest first.</summary>
    public ReadOnlySpan<int> Of(int point) => Indices.AsSpan(point * Count, Count);

    /// <summary>Distances to the neighbours of a point, ascending.</summary>
    public ReadOnlySpan<double> DistancesOf(int point) => Distances.AsSpan(point * Count, Count);
}
