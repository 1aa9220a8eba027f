namespace Atat.Metrics;

/// <summary>
/// Binary scores sorted once, from the highest, so that ranking measures of many resamples of the same objects cost one pass each.
/// Objects with the same score stand in one group: no threshold separates them.
/// </summary>
public sealed class RankedScores
{
    private readonly double[] scores;
    private readonly int[] order;
    private readonly bool[] positive;

    /// <summary>Sorts scores.</summary>
    /// <param name="scores">Score of each object, larger = more likely positive, (N).</param>
    /// <param name="positive">Whether each object truly is positive, (N).</param>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public RankedScores(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        Rows.CheckBinary(scores, positive);
        var keys = scores.ToArray();
        order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        Array.Reverse(keys);
        Array.Reverse(order);
        this.scores = keys;
        this.positive = positive.ToArray();
    }

    /// <summary>Number of objects, N.</summary>
    public int Count => order.Length;

    /// <summary>Area under the ROC curve: the probability that a positive object outranks a negative one, ties counting half (Mann-Whitney).</summary>
    /// <returns>0 … 1; NaN where either kind is missing.</returns>
    public double Auc() => Auc([]);

    /// <summary>Area under the ROC curve of a resample.</summary>
    /// <param name="counts">How often each object was drawn, in the order of the scores given, (N); empty = each once.</param>
    /// <returns>0 … 1; NaN where either kind is missing.</returns>
    public double Auc(ReadOnlySpan<int> counts)
    {
        double above = 0, negatives = 0, wins = 0;
        for (var start = 0; start < order.Length;)
        {
            var end = GroupEnd(start);
            double hits = 0, misses = 0;
            for (var i = start; i < end; i++)
            {
                double count = counts.IsEmpty ? 1 : counts[order[i]];
                if (positive[order[i]])
                {
                    hits += count;
                }
                else
                {
                    misses += count;
                }
            }

            wins += misses * (above + (hits / 2));
            above += hits;
            negatives += misses;
            start = end;
        }

        return above == 0 || negatives == 0 ? double.NaN : wins / (above * negatives);
    }

    /// <summary>One entry a distinct score, from the highest: the threshold, and the true and false positives at or above it.</summary>
    public IEnumerable<(double Threshold, int TruePositives, int FalsePositives)> Thresholds()
    {
        int hits = 0, misses = 0;
        for (var start = 0; start < order.Length;)
        {
            var end = GroupEnd(start);
            for (var i = start; i < end; i++)
            {
                if (positive[order[i]])
                {
                    hits++;
                }
                else
                {
                    misses++;
                }
            }

            yield return (scores[start], hits, misses);
            start = end;
        }
    }

    private int GroupEnd(int start)
    {
        var end = start + 1;
        while (end < order.Length && scores[end] == scores[start])
        {
            end++;
        }

        return end;
    }
}
