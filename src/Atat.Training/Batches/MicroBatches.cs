namespace Atat.Training.Batches;

/// <summary>
/// Splits samples into micro-batches of similar length. The mathematics of a step does not change: it is the sum over its
/// micro-batches; padding stays under <see cref="LargestPadding"/> of all their slots.
/// </summary>
public static class MicroBatches
{
    /// <summary>Share of the slots of a batch that may be padding.</summary>
    public const double LargestPadding = 0.05;

    // What a pass through the network costs beside its tokens, in tokens: measured, two threads of a CPU.
    private const double SlotsPerPart = 128;

    /// <summary>Splits samples, longest first, so that the time of padding and of the passes together is least.</summary>
    /// <param name="samples">Any order.</param>
    /// <param name="tokenBudget">Slots (class tokens and padding counted) of one micro-batch at most; one sample may exceed it alone.</param>
    /// <param name="tabularTokens">Slots that every sample has beside those of its observations.</param>
    public static IEnumerable<Sample[]> Split(IEnumerable<Sample> samples, int tokenBudget, int tabularTokens = 0)
    {
        Sample[] sorted = [.. samples.OrderByDescending(s => s.Length).ThenBy(s => s.Row)];
        var tokens = sorted.Sum(s => s.Length + 1L);
        for (var overhead = SlotsPerPart; ; overhead = overhead > 1 ? overhead / 2 : 0)
        {
            var (ends, slots) = Plan(sorted, tokenBudget, tabularTokens, overhead);
            if (overhead == 0 || slots - tokens <= LargestPadding * slots)
            {
                return ends.Select((end, i) => sorted[(i == 0 ? 0 : ends[i - 1])..end]);
            }
        }
    }

    // The cheapest division of all samples up to each, from those of fewer.
    private static (List<int> Ends, long Slots) Plan(Sample[] sorted, int tokenBudget, int tabularTokens, double overhead)
    {
        var costs = new double[sorted.Length + 1];
        var starts = new int[sorted.Length + 1];
        costs.AsSpan(1).Fill(double.PositiveInfinity);
        for (var start = 0; start < sorted.Length; start++)
        {
            var width = sorted[start].Length + 1L;
            for (var end = start + 1; end <= sorted.Length && (end == start + 1 || (end - start) * (width + tabularTokens) <= tokenBudget); end++)
            {
                var cost = costs[start] + overhead + ((end - start) * width);
                if (cost < costs[end])
                {
                    (costs[end], starts[end]) = (cost, start);
                }
            }
        }

        var ends = new List<int>();
        var slots = 0L;
        for (var end = sorted.Length; end > 0; end = starts[end])
        {
            ends.Add(end);
            slots += (end - starts[end]) * (sorted[starts[end]].Length + 1L);
        }

        ends.Reverse();
        return (ends, slots);
    }
}
