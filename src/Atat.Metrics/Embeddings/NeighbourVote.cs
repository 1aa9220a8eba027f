namespace Atat.Metrics.Embeddings;

/// <summary>Classification by the majority of the nearest neighbours, whose votes count alike.</summary>
public static class NeighbourVote
{
    /// <summary>Shares of the votes.</summary>
    /// <param name="neighbours">Neighbours of N points.</param>
    /// <param name="labels">Class of each reference point, (M).</param>
    /// <param name="classCount">Number of classes, K.</param>
    /// <returns>Row-major (N, K), rows sum to 1.</returns>
    /// <exception cref="ArgumentException">A label is out of range, or a neighbour has none.</exception>
    public static double[] Probabilities(Neighbours neighbours, ReadOnlySpan<int> labels, int classCount)
    {
        var shares = new double[neighbours.Points * classCount];
        for (var i = 0; i < neighbours.Points; i++)
        {
            var row = shares.AsSpan(i * classCount, classCount);
            foreach (var neighbour in neighbours.Of(i))
            {
                if ((uint)neighbour >= (uint)labels.Length || (uint)labels[neighbour] >= (uint)classCount)
                {
                    throw new ArgumentException($"Neighbour {neighbour} has none of {classCount} classes.", nameof(labels));
                }

                row[labels[neighbour]]++;
            }

            foreach (ref var share in row)
            {
                share /= neighbours.Count;
            }
        }

        return shares;
    }

    /// <summary>The class that most neighbours have; of those with equal votes the lowest.</summary>
    /// <param name="neighbours">Neighbours of N points.</param>
    /// <param name="labels">Class of each reference point, (M).</param>
    /// <param name="classCount">Number of classes.</param>
    /// <returns>Classes, (N).</returns>
    /// <exception cref="ArgumentException">A label is out of range, or a neighbour has none.</exception>
    public static int[] Classes(Neighbours neighbours, ReadOnlySpan<int> labels, int classCount) =>
        ArgMax.OfRows<double>(Probabilities(neighbours, labels, classCount), classCount);
}
