using System.Numerics;

namespace Atat.Metrics.Embeddings;

/// <summary>
/// Maps of two dimensions in which neighbours stay neighbours: Uniform Manifold Approximation and Projection (McInnes, Healy and Melville 2018,
/// arXiv:1802.03426). Starts from the first two principal components (Kobak and Linderman 2021, Nat. Biotechnol. 39, 156) and follows the gradient of the fuzzy
/// cross-entropy with negative samples on one thread, so the same seed gives the same map on any number of threads.
/// </summary>
public static class Umap
{
    // Side of the map that the descent starts from.
    private const double StartSide = 10;

    /// <summary>Makes a map.</summary>
    /// <param name="points">Row-major (N, width), N at least 3.</param>
    /// <param name="width">Dimensions.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Row-major (N, 2).</returns>
    /// <exception cref="ArgumentException">A length does not fit, a value is not finite, or there are fewer than three points.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double[] Fit<T>(T[] points, int width, UmapOptions options, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var count = Rows.Count(points.Length, width);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 3, nameof(points));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Neighbours, 2, nameof(options));
        var neighbours = NearestNeighbours.Within(points, width, Math.Min(options.Neighbours, count) - 1, threads: options.Threads, cancellation: cancellation);
        var descent = new UmapDescent(
            FuzzyGraph.Of(neighbours),
            UmapCurve.Fit(options.MinimumDistance, options.Spread),
            options.Epochs ?? (count <= 10_000 ? 500 : 200),
            options.NegativeSamples);
        var random = new SplitMix64((ulong)options.Seed);
        var map = Start(points, width, ref random);
        descent.Run(map, ref random, cancellation);
        return map;
    }

    // Principal components, their larger range scaled to a side, and moved a little so that points on top of each other can part.
    private static double[] Start<T>(T[] points, int width, ref SplitMix64 random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shown = Math.Min(2, width);
        var scores = PrincipalComponents.Fit<T>(points, width).Transform<T>(points, shown);
        var map = new double[scores.Length / shown * 2];
        var largest = 0.0;
        for (var c = 0; c < shown; c++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var i = c; i < scores.Length; i += shown)
            {
                (low, high) = (Math.Min(low, scores[i]), Math.Max(high, scores[i]));
            }

            largest = Math.Max(largest, high - low);
        }

        var scale = largest > 0 ? StartSide / largest : 0;
        for (var i = 0; i < map.Length; i++)
        {
            var score = i % 2 < shown ? scores[(i / 2 * shown) + (i % 2)] : 0;
            map[i] = (scale * score) + (1e-4 * ((random.Below(1 << 20) / (double)(1 << 19)) - 1));
        }

        return map;
    }
}
