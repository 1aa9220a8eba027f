namespace Atat.Training.Batches;

/// <summary>
/// Splits samples into micro-batches of similar length. The mathematics of a step does not change: it is the sum over its
/// micro-batches; padding stays under <see cref="LargestPadding"/> in each of them.
/// </summary>
public static class MicroBatches
{
    /// <summary>Share of a micro-batch's slots that may be padding.</summary>
    public const double LargestPadding = 0.05;

    /// <summary>Splits samples, longest first.</summary>
    /// <param name="samples">Any order.</param>
    /// <param name="tokenBudget">Slots (class tokens and padding counted) of one micro-batch at most; one sample may exceed it alone.</param>
    public static IEnumerable<Sample[]> Split(IEnumerable<Sample> samples, int tokenBudget)
    {
        var part = new List<Sample>();
        var (slots, tokens) = (0, 0);
        foreach (var sample in samples.OrderByDescending(s => s.Length).ThenBy(s => s.Row))
        {
            var longest = part.Count == 0 ? sample.Length + 1 : slots / part.Count;
            if (part.Count > 0 && (slots + longest > tokenBudget || slots + longest - tokens - sample.Length - 1 > LargestPadding * (slots + longest)))
            {
                yield return [.. part];
                part.Clear();
                (slots, tokens, longest) = (0, 0, sample.Length + 1);
            }

            part.Add(sample);
            slots += longest;
            tokens += sample.Length + 1;
        }

        if (part.Count > 0)
        {
            yield return [.. part];
        }
    }
}
