using System.Globalization;
using Atat.LightCurves;

namespace Atat.Training.Trees;

/// <summary>Lines <c>key=values</c> of a block.</summary>
internal sealed class BoostedBlock(BoostedLines lines)
{
    private readonly Dictionary<string, (string Text, long Line)> values = new(StringComparer.Ordinal);

    /// <summary>Whether there was no line.</summary>
    public bool IsEmpty => values.Count == 0;

    /// <summary>Takes a line.</summary>
    public void Add(string key, string value, long line) => values[key] = (value, line);

    /// <summary>The text of a key.</summary>
    public string Text(string key) => values.TryGetValue(key, out var value) ? value.Text : throw lines.Failure($"there is no '{key}' before this line");

    /// <summary>A whole number in a range.</summary>
    public int Whole(string key, int least, int most) =>
        int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Failure(key, $"is no number from {least} to {most}");

    /// <summary>Whole numbers between blanks.</summary>
    public int[] Wholes(string key, int count) => Values<int>(key, count, NumberStyles.AllowLeadingSign);

    /// <summary>Numbers between blanks, none of them NaN or infinite.</summary>
    public double[] Numbers(string key, int count)
    {
        var numbers = Values<double>(key, count, NumberStyles.Float);
        return Array.TrueForAll(numbers, double.IsFinite) ? numbers : throw Failure(key, "holds what is no number");
    }

    /// <summary>Thresholds between blanks: a split of missing values from all others has <c>inf</c>.</summary>
    public double[] Thresholds(string key, int count)
    {
        var numbers = Values<double>(key, count, NumberStyles.Float);
        return numbers.Any(double.IsNaN) ? throw Failure(key, "holds what is no number") : numbers;
    }

    private InputException Failure(string key, string what) => lines.Failure($"'{key}' {what}", values[key].Line);

    private static bool TryParse<T>(ReadOnlySpan<char> word, NumberStyles style, out T value)
        where T : System.Numerics.INumberBase<T>
    {
        // As C++ writes it.
        if (word is "inf" && typeof(T) == typeof(double))
        {
            value = T.CreateChecked(double.PositiveInfinity);
            return true;
        }

        return T.TryParse(word, style, CultureInfo.InvariantCulture, out value!);
    }

    private T[] Values<T>(string key, int count, NumberStyles style)
        where T : System.Numerics.INumberBase<T>
    {
        var text = Text(key).AsSpan();
        var numbers = new T[count];
        var next = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.IsEmpty)
            {
                continue;
            }

            if (next == count || !TryParse(word, style, out numbers[next]))
            {
                throw Failure(key, $"should hold {count} numbers, and has '{word[..Math.Min(word.Length, 32)]}' as number {next + 1}");
            }

            next++;
        }

        return next == count ? numbers : throw Failure(key, $"should hold {count} numbers, and has {next}");
    }
}
