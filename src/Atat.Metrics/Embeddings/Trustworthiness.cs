using System.Numerics;

namespace Atat.Metrics.Embeddings;

/// <summary>How far the neighbours on a map are neighbours in the data (Venna and Kaski 2001, ICANN, p. 485).</summary>
public static class Trustworthiness
{
    /// <summary>1 less the ranks, beyond k, of those of the k neighbours on the map that are not among the k neighbours in the data, scaled to 0 … 1.</summary>
    /// <param name="points">The data, row-major (N, width).</param>
    /// <param name="width">Dimensions of the data.</param>
    /// <param name="map">The map, row-major (N, mapWidth).</param>
    /// <param name="mapWidth">Dimensions of the map.</param>
    /// <param name="neighbours">Neighbours looked at, k below N / 2.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <returns>1 where no neighbour is false; about 0.5 for points thrown at random.</returns>
    /// <exception cref="ArgumentException">A length does not fit, a value is not finite, or there are too few points.</exception>
    public static double Of<T>(T[] points, int width, double[] map, int mapWidth, int neighbours, int threads = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var count = Rows.Count(points.Length, width);
        if (Rows.Count(map.Length, mapWidth) != count)
        {
            throw new ArgumentException($"{count} points and {map.Length / mapWidth} places on the map.", nameof(map));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(2 * neighbours, count, nameof(neighbours));
        var near = NearestNeighbours.Within(map, mapWidth, neighbours, threads: threads);
        var packed = new PackedPoints<T>(points, width);
        var excess = new long[count];
        Parallel.For(0, (count + PackedPoints<T>.QueriesAtOnce - 1) / PackedPoints<T>.QueriesAtOnce, Threads.Options(threads, CancellationToken.None), block =>
        {
            var first = block * PackedPoints<T>.QueriesAtOnce;
            var some = Math.Min(PackedPoints<T>.QueriesAtOnce, count - first);
            var queries = new T[PackedPoints<T>.QueriesAtOnce * width];
            points.AsSpan(first * width, some * width).CopyTo(queries);
            var squared = new T[PackedPoints<T>.QueriesAtOnce * PackedPoints<T>.PanelPoints];
            var (distances, length) = (new T[some * packed.Panels * PackedPoints<T>.PanelPoints], packed.Panels * PackedPoints<T>.PanelPoints);
            for (var panel = 0; panel < packed.Panels; panel++)
            {
                packed.SquaredDistances(queries, panel, squared);
                for (var i = 0; i < some; i++)
                {
                    squared.AsSpan(i * PackedPoints<T>.PanelPoints, PackedPoints<T>.PanelPoints).CopyTo(distances.AsSpan((i * length) + (panel * PackedPoints<T>.PanelPoints)));
                }
            }

            for (var i = 0; i < some; i++)
            {
                var row = distances.AsSpan(i * length, count);
                foreach (var neighbour in near.Of(first + i))
                {
                    excess[first + i] += Math.Max(0, Rank(row, first + i, neighbour) - neighbours);
                }
            }
        });
        return 1 - (2.0 / ((double)count * neighbours * ((2.0 * count) - (3 * neighbours) - 1)) * excess.Sum());
    }

    // Rank of a neighbour by distance, 1 for the nearest; of equally near ones the lower index comes first.
    private static int Rank<T>(ReadOnlySpan<T> squared, int self, int neighbour)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (rank, distance) = (1, squared[neighbour]);
        for (var j = 0; j < squared.Length; j++)
        {
            rank += j != self && (squared[j] < distance || (squared[j] == distance && j < neighbour)) ? 1 : 0;
        }

        return rank;
    }
}
