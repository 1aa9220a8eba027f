using System.Numerics;
using System.Runtime.Intrinsics;

namespace Atat.Forests.Growing;

/// <summary>
/// Finds the split of a node that lowers Gini's impurity most. A histogram of the classes over the bins of a feature is swept once with missing values
/// on the right side, and once with them on the left where there are some. Only bins that the node's samples are in are touched, so that a small node costs little.
/// One instance a thread.
/// </summary>
internal sealed class SplitFinder
{
    private readonly BinnedFeatures features;
    private readonly int minSamples;
    private readonly int stride;
    private readonly float[] histogram;
    private readonly int[] counts = new int[BinnedFeatures.Missing + 1];
    private readonly float[] left;

    /// <summary>Makes the buffers.</summary>
    /// <param name="features">Binned features of the training rows.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="minSamples">Samples on each side at least.</param>
    public SplitFinder(BinnedFeatures features, int classCount, int minSamples)
    {
        this.features = features;
        this.minSamples = minSamples;
        stride = Stride(classCount);
        histogram = new float[counts.Length * stride];
        left = new float[stride];
    }

    /// <summary>Class weights are padded to whole vectors.</summary>
    public static int Stride(int classCount) => (classCount + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;

    /// <summary>Tries one feature.</summary>
    /// <param name="samples">Samples of the node.</param>
    /// <param name="feature">Feature to try.</param>
    /// <param name="total">Weight of each class in the node, padded.</param>
    /// <param name="best">Best split so far; replaced by a better one.</param>
    /// <returns>Whether the feature tells any samples apart.</returns>
    public bool Try(ReadOnlySpan<TreeSample> samples, int feature, ReadOnlySpan<float> total, ref Split best)
    {
        var codes = features.Codes(feature);
        foreach (var sample in samples)
        {
            var code = codes[sample.Row];
            counts[code]++;
            histogram[(code * stride) + sample.Class] += sample.Weight;
        }

        Span<byte> occupied = stackalloc byte[counts.Length];
        var bins = Occupied(occupied);
        if (bins > 1)
        {
            var missing = counts[BinnedFeatures.Missing];
            var finite = occupied[..(missing > 0 ? bins - 1 : bins)];
            Sweep(finite, samples.Length, feature, total, missing, missingLeft: false, ref best);
            if (missing > 0)
            {
                Sweep(finite, samples.Length, feature, total, missing, missingLeft: true, ref best);
            }
        }

        foreach (var bin in occupied[..bins])
        {
            counts[bin] = 0;
            histogram.AsSpan(bin * stride, stride).Clear();
        }

        return bins > 1;
    }

    private int Occupied(Span<byte> occupied)
    {
        var bins = 0;
        for (var start = 0; start < counts.Length; start += Vector512<int>.Count)
        {
            var mask = (uint)(~Vector512.Equals(Vector512.LoadUnsafe(ref counts[start]), Vector512<int>.Zero)).ExtractMostSignificantBits();
            for (; mask != 0; mask &= mask - 1)
            {
                occupied[bins++] = (byte)(start + BitOperations.TrailingZeroCount(mask));
            }
        }

        return bins;
    }

    // The last bin is a boundary only where missing values are on the other side of it.
    private void Sweep(ReadOnlySpan<byte> bins, int samples, int feature, ReadOnlySpan<float> total, int missing, bool missingLeft, ref Split best)
    {
        var countLeft = 0;
        left.AsSpan().Clear();
        if (missingLeft)
        {
            histogram.AsSpan(BinnedFeatures.Missing * stride, stride).CopyTo(left);
            countLeft = missing;
        }

        var boundaries = missing > 0 && !missingLeft ? bins.Length : bins.Length - 1;
        var (bestScore, bestAt, bestCount) = (best.Score, -1, 0);
        for (var i = 0; i < boundaries; i++)
        {
            countLeft += counts[bins[i]];
            var score = Advance(bins[i], total);
            if (score > bestScore && countLeft >= minSamples && samples - countLeft >= minSamples)
            {
                (bestScore, bestAt, bestCount) = (score, i, countLeft);
            }
        }

        if (bestAt >= 0)
        {
            var code = bestAt + 1 < bins.Length ? features.Boundary(feature, bins[bestAt], bins[bestAt + 1]) : BinnedFeatures.Missing - 1;
            var goesLeft = missing > 0 ? missingLeft : 2 * bestCount >= samples;
            best = new Split(feature, (byte)code, goesLeft, bestScore);
        }
    }

    // Moves a bin to the left side; the score of the split behind it.
    private float Advance(byte bin, ReadOnlySpan<float> total)
    {
        var (squaresLeft, squaresRight, weightLeft, weightRight) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (var k = 0; k < stride; k += Vector256<float>.Count)
        {
            var l = Vector256.LoadUnsafe(ref left[k]) + Vector256.LoadUnsafe(ref histogram[(bin * stride) + k]);
            l.StoreUnsafe(ref left[k]);
            var r = Vector256.Create(total[k..]) - l;
            squaresLeft += l * l;
            squaresRight += r * r;
            weightLeft += l;
            weightRight += r;
        }

        return (Vector256.Sum(squaresLeft) / Vector256.Sum(weightLeft)) + (Vector256.Sum(squaresRight) / Vector256.Sum(weightRight));
    }
}
