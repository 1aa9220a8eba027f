using System.Globalization;

namespace Atat.Training.Trees;

/// <summary>Lines <c>key=values</c> of a block.</summary>
internal sealed class BoostedBlock(BoostedLines lines)
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Whether there was no line.</summary>
    public bool IsEmpty => values.Count == 0;

    /// <summary>Takes a line.</summary>
    public void Add(string key, string value) => values[key] = value;

    /// <summary>The text of a key.</summary>
    public string Text(string key) => values.TryGetValue(key, out var value) ? value : throw lines.Failure($"there is no '{key}'");

    /// <summary>A whole number in a range.</summary>
    public int Whole(string key, int least, int most) =>
        int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw lines.Failure($"'{key}' is no number from {least} to {most}");

    /// <summary>Whole numbers between blanks.</summary>
    public int[] Wholes(string key, int count) => Numbers<int>(key, count, NumberStyles.AllowLeadingSign);

    /// <summary>Numbers between blanks, none of them NaN or infinite.</summary>
    public double[] Numbers(string key, int count)
    {
        var numbers = Numbers<double>(key, count, NumberStyles.Float);
        return Array.TrueForAll(numbers, double.IsFinite) ? numbers : throw lines.Failure($"'{key}' holds what is no number");
    }

    private T[] Numbers<T>(string key, int count, NumberStyles style)
        where T : System.Numerics.INumberBase<T>
    {
        var text = Text(key).AsSpan();
        var numbers = new T[count];
        var next = 0;
        foreach (var range in text.Split(' '))
        {
            if (!text[range].IsEmpty && (next == count || !T.TryParse(text[range], style, CultureInfo.InvariantCulture, out numbers[next++]!)))
            {
                next = -1;
                break;
            }
        }

        return next == count ? numbers : throw lines.Failure($"'{key}' does not hold {count} numbers");
    }
}
