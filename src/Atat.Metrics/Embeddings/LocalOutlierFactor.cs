using System.Numerics;

namespace Atat.Metrics.Embeddings;

/// <summary>
/// Anomaly scores: the local outlier factor (Breunig et al. 2000, SIGMOD, p. 93) against reference points. It compares how dense the reference points
/// are around a point with how dense they are around its neighbours, so the rare classes, which are sparse, are not anomalous for that alone:
/// about 1 for a point among its like, larger the more lonely it is.
/// </summary>
public sealed class LocalOutlierFactor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Neighbours looked at where nothing else is said.</summary>
    public const int DefaultNeighbours = 20;

    // Keeps the density of points on top of each other finite.
    private const double SmallestReach = 1e-10;

    private readonly T[] references;
    private readonly int width;
    private readonly int threads;
    private readonly Neighbours neighbours;
    private readonly double[] densities;

    /// <summary>Measures the density around each reference point.</summary>
    /// <param name="references">Row-major (M, width), M at least 2; is kept.</param>
    /// <param name="width">Dimensions.</param>
    /// <param name="neighbours">Neighbours looked at, k; all there are where there are fewer.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentException">A length does not fit, a value is not finite, or there are fewer than two points.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public LocalOutlierFactor(T[] references, int width, int neighbours = DefaultNeighbours, int threads = 0, CancellationToken cancellation = default)
    {
        (this.references, this.width, this.threads) = (references, width, threads);
        this.neighbours = NearestNeighbours.Within(references, width, Math.Min(neighbours, Rows.Count(references.Length, width) - 1), threads: threads, cancellation: cancellation);
        densities = Densities(this.neighbours);
    }

    /// <summary>Scores of the reference points, each among the others: (M).</summary>
    public double[] OfReferences() => Factors(neighbours, densities);

    /// <summary>Scores of other points.</summary>
    /// <param name="queries">Row-major (N, width).</param>
    /// <param name="except">Reference point that each point itself is, and which is left out; -1 for none: (N). Null for none at all.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>(N).</returns>
    /// <exception cref="ArgumentException">The length does not fit, or a value is not finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public double[] Of(T[] queries, int[]? except = null, CancellationToken cancellation = default)
    {
        var near = NearestNeighbours.Among(queries, references, width, neighbours.Count, except, threads, cancellation);
        return Factors(near, Densities(near));
    }

    // Local reachability densities: the inverse of the mean distance to the neighbours, none of them nearer than its own farthest neighbour.
    private double[] Densities(Neighbours near)
    {
        var result = new double[near.Points];
        for (var i = 0; i < result.Length; i++)
        {
            var reach = 0.0;
            var distances = near.DistancesOf(i);
            for (var j = 0; j < distances.Length; j++)
            {
                reach += Math.Max(distances[j], neighbours.DistancesOf(near.Of(i)[j])[^1]);
            }

            result[i] = 1 / ((reach / near.Count) + SmallestReach);
        }

        return result;
    }

    private double[] Factors(Neighbours near, double[] own)
    {
        var result = new double[near.Points];
        for (var i = 0; i < result.Length; i++)
        {
            var around = 0.0;
            foreach (var neighbour in near.Of(i))
            {
                around += densities[neighbour];
            }

            result[i] = around / near.Count / own[i];
        }

        return result;
    }
}
