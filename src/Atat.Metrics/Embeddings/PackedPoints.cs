using System.Numerics;
using System.Runtime.InteropServices;

namespace Atat.Metrics.Embeddings;

/// <summary>
/// Points laid out so that distances from a few of them to many are computed a vector of points at a time. Each distance is summed
/// dimension by dimension, so it does not depend on the width of the machine's vectors, nor on what else is computed with it.
/// </summary>
internal sealed class PackedPoints<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Queries of one call.</summary>
    public const int QueriesAtOnce = 4;

    // (panels, width, points of a panel); places behind the last point hold NaN, which is near to nothing.
    private readonly T[] packed;

    /// <summary>Packs points.</summary>
    /// <param name="points">Row-major (N, width).</param>
    /// <param name="width">Dimensions.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the width, or a value is not finite.</exception>
    public PackedPoints(ReadOnlySpan<T> points, int width)
    {
        Count = Rows.Count(points.Length, width);
        Width = width;
        Panels = (Count + PanelPoints - 1) / PanelPoints;
        packed = new T[(long)Panels * width * PanelPoints];
        Array.Fill(packed, T.NaN);
        for (var i = 0; i < Count; i++)
        {
            var panel = packed.AsSpan(i / PanelPoints * width * PanelPoints, width * PanelPoints);
            for (var d = 0; d < width; d++)
            {
                var value = points[(i * width) + d];
                panel[(d * PanelPoints) + (i % PanelPoints)] = T.IsFinite(value)
                    ? value
                    : throw new ArgumentException($"Dimension {d} of point {i} is {value}.", nameof(points));
            }
        }
    }

    /// <summary>Points of a panel: two vectors full.</summary>
    public static int PanelPoints => 2 * Vector<T>.Count;

    /// <summary>Number of points, N.</summary>
    public int Count { get; }

    /// <summary>Dimensions.</summary>
    public int Width { get; }

    /// <summary>Number of panels; the last may not be full.</summary>
    public int Panels { get; }

    /// <summary>Squared Euclidean distances from four queries to the points of a panel.</summary>
    /// <param name="queries">Row-major (4, width).</param>
    /// <param name="panel">Which panel.</param>
    /// <param name="squared">Gets (4, points of a panel), row-major; NaN behind the last point.</param>
    public void SquaredDistances(ReadOnlySpan<T> queries, int panel, Span<T> squared)
    {
        var points = MemoryMarshal.Cast<T, Vector<T>>(packed.AsSpan(panel * Width * PanelPoints, Width * PanelPoints));
        var q0 = queries[..Width];
        var q1 = queries.Slice(Width, Width);
        var q2 = queries.Slice(2 * Width, Width);
        var q3 = queries.Slice(3 * Width, Width);
        Vector<T> s0 = default, s1 = default, s2 = default, s3 = default, t0 = default, t1 = default, t2 = default, t3 = default;
        for (var d = 0; d < q0.Length; d++)
        {
            var (left, right) = (points[2 * d], points[(2 * d) + 1]);
            Add(ref s0, ref t0, left, right, q0[d]);
            Add(ref s1, ref t1, left, right, q1[d]);
            Add(ref s2, ref t2, left, right, q2[d]);
            Add(ref s3, ref t3, left, right, q3[d]);
        }

        var result = MemoryMarshal.Cast<T, Vector<T>>(squared);
        (result[0], result[1], result[2], result[3]) = (s0, t0, s1, t1);
        (result[4], result[5], result[6], result[7]) = (s2, t2, s3, t3);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Vector<T> s, ref Vector<T> t, Vector<T> left, Vector<T> right, T query)
    {
        var at = new Vector<T>(query);
        left -= at;
        right -= at;
        s += left * left;
        t += right * right;
    }
}
