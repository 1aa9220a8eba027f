using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Atat.Formats.Csv;

/// <summary>Markers that stand for a missing value: as text (case does not count), and as numbers, so that -9 covers -9.0.</summary>
internal sealed class MissingValues
{
    private readonly string[] texts;
    private readonly double[] numbers;

    public MissingValues(ImmutableArray<string> markers)
    {
        texts = [.. markers];
        numbers = [.. markers
            .Select(m => double.TryParse(m, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .Where(double.IsFinite)];
    }

    /// <summary>Whether a value stands for a missing one.</summary>
    public bool Contains(ReadOnlySpan<byte> value)
    {
        foreach (var text in texts)
        {
            if (Encoding.UTF8.GetByteCount(text) == value.Length && Ascii.EqualsIgnoreCase(value, text))
            {
                return true;
            }
        }

        return numbers.Length > 0
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Array.IndexOf(numbers, number) >= 0;
    }
}
