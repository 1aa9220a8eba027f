using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features;

/// <summary>The largest of many numbers.</summary>
internal static class Highest
{
    private const int Group = 64;

    /// <summary>Index of the largest value, of several the first; NaN counts as smaller than all.</summary>
    /// <param name="values">At least one number.</param>
    public static int IndexOf(ReadOnlySpan<double> values)
    {
        return Math.Max(0, values.IndexOf(Value(values)));
    }

    /// <summary>The largest value; NaN counts as smaller than all.</summary>
    public static double Value(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(values);
        var largest = Vector512.Create(double.NegativeInfinity);
        foreach (var value in vectors)
        {
            largest = Vector512.ConditionalSelect(Vector512.GreaterThan(value, largest), value, largest);
        }

        var result = double.NegativeInfinity;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            result = Math.Max(result, largest[lane]);
        }

        foreach (var value in values[(vectors.Length * Vector512<double>.Count)..])
        {
            result = value > result ? value : result;
        }

        return result;
    }

    /// <summary>The largest values, ascending; all of them where there are fewer.</summary>
    /// <param name="values">Numbers.</param>
    /// <param name="count">How many.</param>
    /// <param name="scratch">Working memory; the result is in it.</param>
    public static Span<double> Of(ReadOnlySpan<double> values, int count, Scratch scratch)
    {
        // As many values as are asked for are at least as large as the count-th largest of the groups' maxima.
        var groups = (values.Length + Group - 1) / Group;
        var maxima = scratch.Take(groups);
        for (var i = 0; i < groups; i++)
        {
            maxima[i] = Value(values[(i * Group)..Math.Min(values.Length, (i + 1) * Group)]);
        }

        var sorted = scratch.Copy(maxima);
        sorted.Sort();
        var threshold = groups < count ? double.NegativeInfinity : sorted[^count];
        var candidates = scratch.Take(values.Length);
        var found = 0;
        for (var i = 0; i < groups; i++)
        {
            if (maxima[i] >= threshold)
            {
                foreach (var value in values[(i * Group)..Math.Min(values.Length, (i + 1) * Group)])
                {
                    candidates[found] = value;
                    found += value >= threshold ? 1 : 0;
                }
            }
        }

        candidates = candidates[..found];
        candidates.Sort();
        return candidates.Length > count ? candidates[^count..] : candidates;
    }
}
