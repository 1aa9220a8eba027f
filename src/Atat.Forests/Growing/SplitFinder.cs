using System.Numerics;

namespace Atat.Forests.Growing;

/// <summary>
/// Finds the split of a node that lowers Gini's impurity most. The node's samples are sorted by a feature, as codes by counting, and swept once with missing values on the right side, and
/// once with them on the left where there are some. Weights are whole numbers, so that sums of their squares follow every sample exactly, at a cost that does not depend on the number of
/// classes. One instance a thread.
/// </summary>
internal sealed class SplitFinder
{
    // Fewer are sorted by insertion alone.
    private const int FewSamples = 16;
    private const int CodeShift = 32;

    private readonly BinnedFeatures features;
    private readonly int minSamples;
    private readonly int[] counts = new int[BinnedFeatures.CodeLimit];
    private readonly int[] left;
    private readonly ulong[] unsorted;
    private readonly ulong[] sorted;

    /// <summary>Makes the buffers.</summary>
    /// <param name="features">Binned features of the training rows.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="minSamples">Samples on each side at least.</param>
    /// <param name="most">Most samples of a node.</param>
    public SplitFinder(BinnedFeatures features, int classCount, int minSamples, int most)
    {
        this.features = features;
        this.minSamples = minSamples;
        left = new int[classCount];
        unsorted = new ulong[most];
        sorted = new ulong[most];
    }

    /// <summary>Tries one feature.</summary>
    /// <param name="samples">Samples of the node.</param>
    /// <param name="feature">Feature to try.</param>
    /// <param name="total">Weight of each class in the node.</param>
    /// <param name="best">Best split so far; replaced by a better one.</param>
    /// <returns>Whether the feature tells any samples apart.</returns>
    public bool Try(ReadOnlySpan<TreeSample> samples, int feature, ReadOnlySpan<int> total, ref Split best)
    {
        var codes = features.Codes(feature);
        var keys = unsorted.AsSpan(0, samples.Length);
        var (lowest, highest) = ((uint)BinnedFeatures.CodeLimit, 0u);
        for (var i = 0; i < keys.Length; i++)
        {
            var code = (uint)codes[samples[i].Row];
            lowest = Math.Min(lowest, code);
            highest = Math.Max(highest, code);
            keys[i] = ((ulong)code << CodeShift) | samples[i].WeightAndClass;
        }

        if (lowest == highest)
        {
            return false;
        }

        if (keys.Length > FewSamples)
        {
            keys = ByCounting(keys, lowest, highest);
        }

        Insert(keys);
        var missingCode = (ulong)features.MissingCode(feature);
        var finite = keys.Length;
        while (keys[finite - 1] >> CodeShift == missingCode)
        {
            finite--;
        }

        Sweep(keys, finite, feature, total, missingLeft: false, ref best);
        if (finite < keys.Length)
        {
            Sweep(keys, finite, feature, total, missingLeft: true, ref best);
        }

        return true;
    }

    // In order of ranges of codes that are so narrow that few samples share one.
    private Span<ulong> ByCounting(ReadOnlySpan<ulong> keys, uint lowest, uint highest)
    {
        var bits = Math.Min(BinnedFeatures.CodeBits, BitOperations.Log2((uint)keys.Length) + 2);
        var shift = Math.Max(0, BitOperations.Log2(highest - lowest) + 1 - bits);
        var starts = counts.AsSpan(0, (int)((highest - lowest) >> shift) + 1);
        starts.Clear();
        foreach (var key in keys)
        {
            starts[(int)(((uint)(key >> CodeShift) - lowest) >> shift)]++;
        }

        var before = 0;
        foreach (ref var start in starts)
        {
            (start, before) = (before, before + start);
        }

        var ordered = sorted.AsSpan(0, keys.Length);
        foreach (var key in keys)
        {
            ordered[starts[(int)(((uint)(key >> CodeShift) - lowest) >> shift)]++] = key;
        }

        return ordered;
    }

    private static void Insert(Span<ulong> keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            var key = keys[i];
            var j = i;
            for (; j > 0 && keys[j - 1] >> CodeShift > key >> CodeShift; j--)
            {
                keys[j] = keys[j - 1];
            }

            keys[j] = key;
        }
    }

    // The last sample that is not missing is a boundary only where missing values are on the other side of it.
    private void Sweep(ReadOnlySpan<ulong> keys, int finite, int feature, ReadOnlySpan<int> total, bool missingLeft, ref Split best)
    {
        var (weight, squares) = (0L, 0L);
        foreach (var of in total)
        {
            weight += of;
            squares += (long)of * of;
        }

        left.AsSpan().Clear();
        var (weightLeft, squaresLeft, product) = (0L, 0L, 0L);
        var missing = keys.Length - finite;
        var countBefore = missingLeft ? missing : 0;
        if (missingLeft)
        {
            foreach (var key in keys[finite..])
            {
                Advance(key, total, ref weightLeft, ref squaresLeft, ref product);
            }
        }

        var (bestScore, bestAt) = (best.Score, -1);
        var end = missing > 0 && !missingLeft ? finite : finite - 1;
        for (var i = 0; i < end; i++)
        {
            Advance(keys[i], total, ref weightLeft, ref squaresLeft, ref product);
            if (keys[i] >> CodeShift != keys[i + 1] >> CodeShift)
            {
                // The right side's squares are those of differences; both quotients on one line need no division but for a new best.
                var (l, r) = ((double)weightLeft, (double)(weight - weightLeft));
                var (ofLeft, ofRight) = ((double)squaresLeft, (double)(squares - (2 * product) + squaresLeft));
                var (above, below) = ((ofLeft * r) + (ofRight * l), l * r);
                var count = countBefore + i + 1;
                if (above > bestScore * below && count >= minSamples && keys.Length - count >= minSamples)
                {
                    (bestScore, bestAt) = (above / below, i);
                }
            }
        }

        if (bestAt >= 0)
        {
            var upper = bestAt + 1 < finite ? (ushort)(keys[bestAt + 1] >> CodeShift) : features.MissingCode(feature);
            var goesLeft = missing > 0 ? missingLeft : 2 * (bestAt + 1) >= keys.Length;
            best = new Split(feature, (ushort)(keys[bestAt] >> CodeShift), upper, goesLeft, bestScore);
        }
    }

    // Moves a sample to the left side. The product is that of both sides' class weights: the node's by the left side's.
    private void Advance(ulong key, ReadOnlySpan<int> total, ref long weightLeft, ref long squaresLeft, ref long product)
    {
        var (of, weight) = (TreeSample.ClassOf((uint)key), TreeSample.WeightOf((uint)key));
        ref var before = ref left[of];
        squaresLeft += (long)weight * ((2L * before) + weight);
        product += (long)weight * total[of];
        weightLeft += weight;
        before += weight;
    }
}
