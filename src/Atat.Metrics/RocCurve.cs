using System.Collections.Immutable;

namespace Atat.Metrics;

/// <summary>Receiver operating characteristic: one point a distinct score, from (0, 0) to (1, 1).</summary>
/// <param name="Thresholds">Scores at or above which an object counts as positive, descending; the first is positive infinity.</param>
/// <param name="FalsePositiveRate">False positives / negatives at each threshold, ascending.</param>
/// <param name="TruePositiveRate">True positives / positives at each threshold, ascending.</param>
public sealed record RocCurve(ImmutableArray<double> Thresholds, ImmutableArray<double> FalsePositiveRate, ImmutableArray<double> TruePositiveRate)
{
    /// <summary>Area by the trapezoid rule; equals the rank statistic with ties counting half.</summary>
    public double Area
    {
        get
        {
            var area = 0.0;
            for (var i = 1; i < Thresholds.Length; i++)
            {
                area += (FalsePositiveRate[i] - FalsePositiveRate[i - 1]) * (TruePositiveRate[i] + TruePositiveRate[i - 1]) / 2;
            }

            return area;
        }
    }

    /// <summary>Computes the curve.</summary>
    /// <param name="scores">Score of each object, larger = more likely positive, (N).</param>
    /// <param name="positive">Whether each object truly is positive, (N).</param>
    /// <returns>The curve; null where either kind is missing, which leaves a rate undefined.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static RocCurve? Compute(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        var points = new RankedScores(scores, positive).Thresholds().ToArray();
        if (points.Length == 0 || points[^1].TruePositives == 0 || points[^1].FalsePositives == 0)
        {
            return null;
        }

        return new RocCurve(
            [double.PositiveInfinity, .. points.Select(p => p.Threshold)],
            [0, .. points.Select(p => (double)p.FalsePositives / points[^1].FalsePositives)],
            [0, .. points.Select(p => (double)p.TruePositives / points[^1].TruePositives)]);
    }
}
