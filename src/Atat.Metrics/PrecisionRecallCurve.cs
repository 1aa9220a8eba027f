using System.Collections.Immutable;

namespace Atat.Metrics;

/// <summary>Precision against recall: one point a distinct score, from the highest threshold down.</summary>
/// <param name="Thresholds">Scores at or above which an object counts as positive, descending.</param>
/// <param name="Precision">True positives / objects at or above each threshold.</param>
/// <param name="Recall">True positives / positives at each threshold, ascending.</param>
public sealed record PrecisionRecallCurve(ImmutableArray<double> Thresholds, ImmutableArray<double> Precision, ImmutableArray<double> Recall)
{
    /// <summary>Sum over thresholds of (recall step) x precision: no interpolation, so not optimistic.</summary>
    public double AveragePrecision
    {
        get
        {
            var sum = Recall[0] * Precision[0];
            for (var i = 1; i < Recall.Length; i++)
            {
                sum += (Recall[i] - Recall[i - 1]) * Precision[i];
            }

            return sum;
        }
    }

    /// <summary>Computes the curve.</summary>
    /// <param name="scores">Score of each object, larger = more likely positive, (N).</param>
    /// <param name="positive">Whether each object truly is positive, (N).</param>
    /// <returns>The curve; null where no object is positive, which leaves recall undefined.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static PrecisionRecallCurve? Compute(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        var points = new RankedScores(scores, positive).Thresholds().ToArray();
        if (points.Length == 0 || points[^1].TruePositives == 0)
        {
            return null;
        }

        return new PrecisionRecallCurve(
            [.. points.Select(p => p.Threshold)],
            [.. points.Select(p => (double)p.TruePositives / (p.TruePositives + p.FalsePositives))],
            [.. points.Select(p => (double)p.TruePositives / points[^1].TruePositives)]);
    }
}
