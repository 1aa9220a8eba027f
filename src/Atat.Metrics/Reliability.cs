using System.Collections.Immutable;

namespace Atat.Metrics;

/// <summary>Accuracy against confidence in equal bins of confidence, and the calibration errors that follow (Guo et al. 2017).</summary>
/// <param name="Bins">Bins from 0 to 1.</param>
public sealed record Reliability(ImmutableArray<ReliabilityBin> Bins)
{
    /// <summary>Bins that the literature compares on.</summary>
    public const int DefaultBins = 15;

    /// <summary>Expected calibration error: mean gap between accuracy and confidence, weighted by the bins' counts.</summary>
    public double ExpectedError
    {
        get
        {
            var total = Bins.Sum(bin => bin.Count);
            return total == 0 ? 0 : Bins.Sum(bin => (double)bin.Count / total * bin.Gap);
        }
    }

    /// <summary>Maximum calibration error: the largest gap of a bin.</summary>
    public double MaximumError => Bins.Max(bin => bin.Gap);

    /// <summary>Bins the largest probability of each object and whether the class it names is right.</summary>
    /// <param name="probabilities">Row-major (N, K).</param>
    /// <param name="truth">True class of each object, (N).</param>
    /// <param name="bins">Number of bins.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is out of range.</exception>
    public static Reliability OfProbabilities(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth, int bins = DefaultBins)
    {
        var width = Rows.Width(probabilities.Length, truth);
        var confidence = new double[truth.Length];
        var correct = new bool[truth.Length];
        for (var i = 0; i < truth.Length; i++)
        {
            var best = ArgMax.Of(probabilities.Slice(i * width, width));
            confidence[i] = probabilities[(i * width) + best];
            correct[i] = best == truth[i];
        }

        return OfConfidence(confidence, correct, bins);
    }

    /// <summary>Bins confidences: bin b holds (b / B, (b + 1) / B].</summary>
    /// <param name="confidence">Confidence of each prediction, 0 … 1, (N).</param>
    /// <param name="correct">Whether each prediction is right, (N).</param>
    /// <param name="bins">Number of bins, B.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a confidence is NaN.</exception>
    public static Reliability OfConfidence(ReadOnlySpan<double> confidence, ReadOnlySpan<bool> correct, int bins = DefaultBins)
    {
        Rows.CheckBinary(confidence, correct);
        var counts = new int[bins];
        var hits = new int[bins];
        var sums = new double[bins];
        for (var i = 0; i < confidence.Length; i++)
        {
            var bin = BinOf(confidence[i], bins);
            counts[bin]++;
            hits[bin] += correct[i] ? 1 : 0;
            sums[bin] += confidence[i];
        }

        return new Reliability([.. Enumerable.Range(0, bins).Select(b => new ReliabilityBin(
            (double)b / bins,
            (double)(b + 1) / bins,
            counts[b],
            counts[b] == 0 ? 0 : (double)hits[b] / counts[b],
            counts[b] == 0 ? 0 : sums[b] / counts[b]))]);
    }

    // Starts at the rounded product and steps to the bin whose edges, as divided, hold the value: 0.2 belongs below 3 / 15.
    private static int BinOf(double value, int bins)
    {
        var bin = Math.Clamp((int)(value * bins), 0, bins - 1);
        while (bin > 0 && value <= (double)bin / bins)
        {
            bin--;
        }

        while (bin < bins - 1 && value > (double)(bin + 1) / bins)
        {
            bin++;
        }

        return bin;
    }
}
