using System.Numerics;

namespace Atat.Metrics.Embeddings;

/// <summary>
/// Exact k nearest neighbours by Euclidean distance: every pair is compared. The result depends neither on the threads nor on the machine.
/// Sixteen million pairs of 192 dimensions take a quarter of a second on one core in single precision.
/// </summary>
public static class NearestNeighbours
{
    // Queries of a block share what they read of the reference points, which fits the second-level cache.
    private const int QueriesOfBlock = 64;
    private const int BytesOfTile = 1 << 18;

    /// <summary>Neighbours of every point of a set among the same set.</summary>
    /// <param name="points">Row-major (N, width).</param>
    /// <param name="width">Dimensions.</param>
    /// <param name="count">Neighbours of a point, k.</param>
    /// <param name="includeSelf">Whether a point is a neighbour of itself, at distance 0.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>(N, k).</returns>
    /// <exception cref="ArgumentException">A length does not fit, a value is not finite, or there are fewer points than neighbours.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Neighbours Within<T>(T[] points, int width, int count, bool includeSelf = false, int threads = 0, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Find(points, new PackedPoints<T>(points, width), count, includeSelf ? null : static i => i, threads, cancellation);

    /// <summary>Neighbours of points among reference points.</summary>
    /// <param name="queries">Row-major (N, width).</param>
    /// <param name="references">Row-major (M, width).</param>
    /// <param name="width">Dimensions.</param>
    /// <param name="count">Neighbours of a point, k.</param>
    /// <param name="except">Reference point that is no neighbour of each point because it is the same thing, -1 for none: (N); null for none at all.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>(N, k), indices of reference points.</returns>
    /// <exception cref="ArgumentException">A length does not fit, a value is not finite, or there are fewer reference points than neighbours.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Neighbours Among<T>(T[] queries, T[] references, int width, int count, int[]? except = null, int threads = 0, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Find(queries, new PackedPoints<T>(references, width), count, except is null ? null : i => except[i], threads, cancellation);

    private static Neighbours Find<T>(T[] queries, PackedPoints<T> references, int count, Func<int, int>? except, int threads, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var points = Rows.Count(queries.Length, references.Width);
        var candidates = references.Count - (except is null ? 0 : 1);
        if (candidates < count)
        {
            throw new ArgumentException($"{count} neighbours of {candidates} points.", nameof(count));
        }

        var (indices, squared) = (new int[points * count], new T[points * count]);
        Array.Fill(squared, T.PositiveInfinity);
        var tile = Math.Max(1, BytesOfTile / (PackedPoints<T>.PanelPoints * references.Width * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()));
        Parallel.For(0, (points + QueriesOfBlock - 1) / QueriesOfBlock, Threads.Options(threads, cancellation), () => Buffer(references), (block, _, buffer) =>
        {
            var last = Math.Min(points, (block + 1) * QueriesOfBlock);
            for (var panel = 0; panel < references.Panels; panel += tile)
            {
                for (var first = block * QueriesOfBlock; first < last; first += PackedPoints<T>.QueriesAtOnce)
                {
                    var some = Math.Min(PackedPoints<T>.QueriesAtOnce, last - first);
                    queries.AsSpan(first * references.Width, some * references.Width).CopyTo(buffer.Queries);
                    for (var p = panel; p < Math.Min(panel + tile, references.Panels); p++)
                    {
                        references.SquaredDistances(buffer.Queries, p, buffer.Squared);
                        for (var i = 0; i < some; i++)
                        {
                            var kept = (first + i) * count;
                            Keep(buffer.Squared.AsSpan(i * PackedPoints<T>.PanelPoints, PackedPoints<T>.PanelPoints), p * PackedPoints<T>.PanelPoints, except?.Invoke(first + i) ?? -1, squared.AsSpan(kept, count), indices.AsSpan(kept, count));
                        }
                    }
                }
            }

            return buffer;
        }, static _ => { });
        return new Neighbours(count, indices, Array.ConvertAll(squared, Root));
    }

    private static (T[] Queries, T[] Squared) Buffer<T>(PackedPoints<T> references)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (new T[PackedPoints<T>.QueriesAtOnce * references.Width], new T[PackedPoints<T>.QueriesAtOnce * PackedPoints<T>.PanelPoints]);

    // Puts what is nearer than the farthest kept in its place; reference points come in ascending order, so of equals the first stays before.
    private static void Keep<T>(ReadOnlySpan<T> distances, int first, int except, Span<T> kept, Span<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var farthest = new Vector<T>(kept[^1]);
        for (var start = 0; start < distances.Length; start += Vector<T>.Count)
        {
            if (!Vector.LessThanAny(new Vector<T>(distances[start..]), farthest))
            {
                continue;
            }

            for (var j = start; j < start + Vector<T>.Count; j++)
            {
                if (distances[j] < kept[^1] && first + j != except)
                {
                    Insert(distances[j], first + j, kept, indices);
                }
            }
        }
    }

    private static void Insert<T>(T distance, int index, Span<T> kept, Span<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var place = kept.Length - 1;
        for (; place > 0 && kept[place - 1] > distance; place--)
        {
            (kept[place], indices[place]) = (kept[place - 1], indices[place - 1]);
        }

        (kept[place], indices[place]) = (distance, index);
    }

    private static double Root<T>(T squared)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsFinite(squared) ? Math.Sqrt(double.CreateTruncating(squared)) : throw new ArgumentException("Points are too far from each other for squared distances; scale them.", nameof(squared));
}
