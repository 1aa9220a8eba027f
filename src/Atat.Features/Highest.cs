namespace Atat.Features;

/// <summary>The largest of many numbers.</summary>
internal static class Highest
{
    private const int Group = 64;

    /// <summary>The largest values, in no order; all of them where there are fewer.</summary>
    /// <param name="values">Numbers.</param>
    /// <param name="count">How many.</param>
    /// <param name="scratch">Working memory; the result is in it.</param>
    public static Span<double> Of(ReadOnlySpan<double> values, int count, Scratch scratch)
    {
        var groups = values.Length / Group;
        var threshold = double.NegativeInfinity;
        if (groups >= count)
        {
            // As many values as are asked for are at least as large as the count-th largest of the groups' maxima.
            var maxima = scratch.Take(groups);
            for (var i = 0; i < groups; i++)
            {
                maxima[i] = System.Numerics.Tensors.TensorPrimitives.Max(values.Slice(i * Group, Group));
            }

            maxima.Sort();
            threshold = maxima[^count];
        }

        var candidates = scratch.Take(values.Length);
        var found = 0;
        foreach (var value in values)
        {
            candidates[found] = value;
            found += value >= threshold ? 1 : 0;
        }

        candidates = candidates[..found];
        candidates.Sort();
        return candidates.Length > count ? candidates[^count..] : candidates;
    }
}
