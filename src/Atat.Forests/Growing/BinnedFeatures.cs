using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Atat.Forests.Growing;

/// <summary>The features of training rows as the numbers of bins: one byte a value.</summary>
internal sealed class BinnedFeatures
{
    /// <summary>Code of a missing value.</summary>
    public const byte Missing = 255;

    // So many rows tell quantiles to a tenth of a bin.
    private const int RowsForEdges = 1 << 16;

    private readonly byte[][] codesOf;
    private readonly float[][] edgesOf;

    private BinnedFeatures(byte[][] codes, float[][] edges)
    {
        codesOf = codes;
        edgesOf = edges;
    }

    /// <summary>Number of features.</summary>
    public int Features => codesOf.Length;

    /// <summary>Bins of a feature, one for each training row.</summary>
    public byte[] Codes(int feature) => codesOf[feature];

    /// <summary>Values that split each feature: edge b is above bin b and below bin b + 1.</summary>
    public ImmutableArray<float[]> AllEdges => [.. edgesOf];

    /// <summary>Where to part the rows of two bins that have none between them: the edge closest to half way between their values.</summary>
    /// <param name="feature">Feature.</param>
    /// <param name="left">Bin of the lower rows.</param>
    /// <param name="right">Bin of the higher rows, not a missing value's.</param>
    /// <returns>Last bin of the lower side.</returns>
    public byte Boundary(int feature, byte left, byte right)
    {
        var edges = edgesOf[feature];
        var middle = (edges[left] + (double)edges[right - 1]) / 2;
        var last = (int)left;
        while (last + 1 < right && Math.Abs(edges[last + 1] - middle) < Math.Abs(edges[last] - middle))
        {
            last++;
        }

        return (byte)last;
    }

    /// <summary>Divides all features into bins.</summary>
    /// <param name="features">Features of all rows.</param>
    /// <param name="rows">Training rows.</param>
    /// <param name="members">Positions in <paramref name="rows"/> by class.</param>
    /// <param name="settings">Number of bins, seed, threads.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static BinnedFeatures Make(FeatureMatrix features, int[] rows, int[][] members, ForestSettings settings, CancellationToken cancellation)
    {
        var (looked, weights) = RowsToLookAt(rows, members, settings.Seed);
        var edges = new float[features.Columns][];
        var codes = new byte[features.Columns][];
        Parallel.For(0, features.Columns, Workers.Options(settings.Threads, cancellation), feature =>
        {
            var values = features.Column(feature);
            edges[feature] = BinEdges.Find(values, looked, weights, settings.Bins);
            codes[feature] = Encode(values, rows, edges[feature]);
        });
        return new BinnedFeatures(codes, edges);
    }

    private static (int[] Rows, float[] Weights) RowsToLookAt(int[] rows, int[][] members, int seed)
    {
        var most = rows.Length <= RowsForEdges ? int.MaxValue : RowsForEdges / members.Length;
        var (looked, weights) = (new List<int>(), new List<float>());
        var random = new SplitMix64(seed, int.MaxValue);
        foreach (var all in members)
        {
            var chosen = all;
            if (all.Length > most)
            {
                chosen = (int[])all.Clone();
                random.Choose(chosen, most);
                chosen = chosen[..most];
            }

            looked.AddRange(chosen.Select(position => rows[position]));
            weights.AddRange(Enumerable.Repeat(1f / chosen.Length, chosen.Length));
        }

        return ([.. looked], [.. weights]);
    }

    private static byte[] Encode(ReadOnlySpan<float> values, int[] rows, float[] edges)
    {
        // Padded to 255 edges, eight steps find the bin of any value.
        Span<float> padded = stackalloc float[ForestSettings.MaxBins];
        padded.Fill(float.PositiveInfinity);
        edges.CopyTo(padded);
        ref var first = ref MemoryMarshal.GetReference(padded);
        var codes = new byte[rows.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            var value = values[rows[i]];
            var below = 0;
            for (var step = 128; step > 0; step >>= 1)
            {
                below += value > System.Runtime.CompilerServices.Unsafe.Add(ref first, below + step - 1) ? step : 0;
            }

            codes[i] = float.IsFinite(value) ? (byte)below : Missing;
        }

        return codes;
    }
}
