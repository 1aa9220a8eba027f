namespace Atat.Metrics;

/// <summary>Checks of row-major arrays.</summary>
internal static class Rows
{
    /// <summary>Number of rows of a row-major array.</summary>
    /// <exception cref="ArgumentException">The length is no multiple of the width.</exception>
    public static int Count(int length, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return length % width == 0 ? length / width : throw new ArgumentException($"{length} values are no whole rows of {width}.", nameof(length));
    }

    /// <summary>Checks that labels fit the rows of a row-major array.</summary>
    /// <returns>The number of columns.</returns>
    /// <exception cref="ArgumentException">No labels, a length that does not fit, or a label out of range.</exception>
    public static int Width(int length, ReadOnlySpan<int> labels)
    {
        if (labels.IsEmpty || length == 0 || length % labels.Length != 0)
        {
            throw new ArgumentException($"{labels.Length} labels for {length} values.", nameof(labels));
        }

        var width = length / labels.Length;
        foreach (var label in labels)
        {
            if ((uint)label >= (uint)width)
            {
                throw new ArgumentException($"Label {label} of {width} classes.", nameof(labels));
            }
        }

        return width;
    }

    /// <summary>Checks that binary labels fit scores without NaN.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static void CheckBinary(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        if (scores.Length != positive.Length)
        {
            throw new ArgumentException($"{scores.Length} scores and {positive.Length} labels.", nameof(positive));
        }

        foreach (var score in scores)
        {
            if (double.IsNaN(score))
            {
                throw new ArgumentException("A score is NaN.", nameof(scores));
            }
        }
    }
}
