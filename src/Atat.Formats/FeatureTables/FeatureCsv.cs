using System.Globalization;
using System.Text;
using Atat.Formats.Files;

namespace Atat.Formats.FeatureTables;

/// <summary>Writes a feature table as CSV: a header, numbers that read back exactly, nothing where a value is missing.</summary>
internal static class FeatureCsv
{
    /// <summary>Writes a table that comes in parts.</summary>
    public static void Write(string path, FeatureSet set, IEnumerable<FeatureTable> parts) => OutputFile.Write(path, beside =>
    {
        using var writer = new StreamWriter(beside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', set.Features.Select(Quoted).Prepend(FeatureFile.Day).Prepend(FeatureFile.ObjectId)));
        foreach (var part in parts)
        {
            for (var row = 0; row < part.Count; row++)
            {
                writer.Write(Quoted(part.ObjectIds[row]));
                Write(writer, part.Days[row]);
                foreach (var column in part.Columns)
                {
                    Write(writer, column[row]);
                }

                writer.WriteLine();
            }
        }
    });

    private static void Write(StreamWriter writer, double value)
    {
        Span<char> text = stackalloc char[32];
        var length = 0;
        if (!double.IsNaN(value))
        {
            value.TryFormat(text, out length, "R", CultureInfo.InvariantCulture);
        }

        writer.Write(',');
        writer.Write(text[..length]);
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
