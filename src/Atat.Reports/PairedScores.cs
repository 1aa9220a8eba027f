using System.Collections.Immutable;
using Atat.Metrics;

namespace Atat.Reports;

/// <summary>Differences between two classifiers by paired bootstrap: the same objects are drawn for both, so what is hard for both cancels.</summary>
/// <param name="First">Macro F1 of the first classifier.</param>
/// <param name="Second">Macro F1 of the second.</param>
/// <param name="MacroF1">First minus second.</param>
/// <param name="RelativeMacroF1">First over second, minus one.</param>
/// <param name="Accuracy">First minus second.</param>
/// <param name="ClassF1">First minus second of each class, (K); NaN where the class has no support.</param>
internal sealed record PairedScores(
    double First,
    double Second,
    PairedDifference MacroF1,
    PairedDifference RelativeMacroF1,
    PairedDifference Accuracy,
    ImmutableArray<PairedDifference> ClassF1)
{
    private const int Macro = 0, Relative = 1, Right = 2, FirstClass = 3;

    /// <summary>Compares two classifiers.</summary>
    /// <param name="parts">Predictions; those of several folds are scored apart, and the folds' scores averaged.</param>
    /// <param name="classCount">Number of classes, K.</param>
    /// <param name="bootstrap">Draws the objects of all parts together.</param>
    public static PairedScores Of(IReadOnlyCollection<PairedPredictions> parts, int classCount, Bootstrap bootstrap)
    {
        var counters = parts.Select(part => (
            First: new ConfusionCounter(part.Objects, part.Truth, part.First, classCount),
            Second: new ConfusionCounter(part.Objects, part.Truth, part.Second, classCount))).ToArray();
        var width = FirstClass + classCount;
        var all = new int[bootstrap.ObjectCount];
        var estimates = new double[2 * width];
        Array.Fill(all, 1);
        Compute(all, estimates);
        var differences = bootstrap.Differences(width, Compute);
        return new PairedScores(
            estimates[Macro],
            estimates[width + Macro],
            differences[Macro],
            differences[Relative],
            differences[Right],
            [.. differences[FirstClass..]]);

        void Compute(ReadOnlySpan<int> drawn, Span<double> scores)
        {
            scores.Clear();
            foreach (var (first, second) in counters)
            {
                first.Count(drawn);
                second.Count(drawn);
                Add(first, scores[..width], counters.Length);
                Add(second, scores[width..], counters.Length);
            }

            (scores[Relative], scores[width + Relative]) = (scores[Macro] / scores[width + Macro], 1);
        }
    }

    private static void Add(ConfusionCounter counter, Span<double> scores, int parts)
    {
        scores[Macro] += counter.Macro.F1 / parts;
        scores[Right] += counter.Accuracy / parts;
        for (var k = FirstClass; k < scores.Length; k++)
        {
            var of = counter[k - FirstClass];
            scores[k] += of.Support == 0 ? double.NaN : of.F1 / parts;
        }
    }
}
