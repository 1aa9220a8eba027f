using System.Globalization;
using System.Text;

namespace Atat.Reports.Exports;

/// <summary>Tables as comma-separated text (RFC 4180): fields with a comma, quote or line break are quoted, undefined numbers are empty.</summary>
internal static class Csv
{
    private static readonly char[] Special = [',', '"', '\n', '\r'];

    /// <summary>Formats a table.</summary>
    public static string Format(IEnumerable<string> header, IEnumerable<IEnumerable<object>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(',', row.Select(Field)).Append('\n');
        }

        return text.ToString();
    }

    private static string Field(object value)
    {
        var text = value switch
        {
            double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.IndexOfAny(Special) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
