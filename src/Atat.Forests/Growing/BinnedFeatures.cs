using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Atat.Forests.Walking;

namespace Atat.Forests.Growing;

/// <summary>The features of training rows as the numbers of bins: two bytes a value.</summary>
internal sealed class BinnedFeatures
{
    /// <summary>Bits of a code.</summary>
    public const int CodeBits = 12;

    /// <summary>What all codes are below.</summary>
    public const int CodeLimit = 1 << CodeBits;

    // So many rows tell quantiles to a tenth of a bin.
    private const int RowsForEdges = 1 << 16;

    private readonly ushort[][] codesOf;
    private readonly float[][] edgesOf;

    private BinnedFeatures(ushort[][] codes, float[][] edges)
    {
        codesOf = codes;
        edgesOf = edges;
    }

    /// <summary>Number of features.</summary>
    public int Features => codesOf.Length;

    /// <summary>Bins of a feature, one for each training row.</summary>
    public ushort[] Codes(int feature) => codesOf[feature];

    /// <summary>Code of a missing value of a feature, the one after its last bin.</summary>
    public ushort MissingCode(int feature) => (ushort)(edgesOf[feature].Length + 1);

    /// <summary>Values that split each feature: edge b is above bin b and below bin b + 1.</summary>
    public ImmutableArray<float[]> AllEdges => [.. edgesOf];

    /// <summary>Where to part the samples of both sides of a split, which have none between them: the edge closest to half way between their values.</summary>
    /// <returns>Last bin of the lower side; where all values that are not missing are there, the last one.</returns>
    public ushort Boundary(Split split)
    {
        var edges = edgesOf[split.Feature];
        if (split.Upper > edges.Length)
        {
            return (ushort)edges.Length;
        }

        var middle = (edges[split.Lower] + (double)edges[split.Upper - 1]) / 2;
        var (last, end) = ((int)split.Lower, split.Upper - 1);
        while (last < end)
        {
            var half = (last + end) / 2;
            (last, end) = edges[half] < middle ? (half + 1, end) : (last, half);
        }

        return (ushort)(last > split.Lower && middle - edges[last - 1] <= edges[last] - middle ? last - 1 : last);
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
        var bins = Math.Min(settings.Bins, NodeFormat.MostThresholds(features.Columns));
        var edges = new float[features.Columns][];
        var codes = new ushort[features.Columns][];
        Parallel.For(0, features.Columns, Workers.Options(settings.Threads, cancellation), feature =>
        {
            var values = features.Column(feature);
            edges[feature] = BinEdges.Find(values, looked, weights, bins);
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

    private static ushort[] Encode(ReadOnlySpan<float> values, int[] rows, float[] edges)
    {
        // Padded to one less than a power of two, as many steps as its exponent find the bin of any value.
        var half = (int)BitOperations.RoundUpToPowerOf2((uint)edges.Length + 1) / 2;
        Span<float> padded = stackalloc float[CodeLimit];
        padded.Fill(float.PositiveInfinity);
        edges.CopyTo(padded);
        ref var first = ref MemoryMarshal.GetReference(padded);
        var codes = new ushort[rows.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            var value = values[rows[i]];
            var below = 0;
            for (var step = half; step > 0; step >>= 1)
            {
                below += value > Unsafe.Add(ref first, below + step - 1) ? step : 0;
            }

            codes[i] = (ushort)(float.IsFinite(value) ? below : edges.Length + 1);
        }

        return codes;
    }
}
