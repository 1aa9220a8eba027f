using System.Text.RegularExpressions;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>Takes a label out of a text: a folder's name, or a value that says more than the label.</summary>
internal static partial class SnanaLabel
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The label of all objects of a file, unless a column gives each its own.</summary>
    /// <param name="options">Where labels come from.</param>
    /// <param name="file">The file; without other options the name of its folder is the label.</param>
    /// <exception cref="InputException">The folder's name gives none.</exception>
    public static string? OfFolder(SnanaImportOptions options, string file)
    {
        if (options.Unlabelled || options.LabelColumn is not null)
        {
            return null;
        }

        if (options.Label is not null)
        {
            return options.Label;
        }

        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) ?? string.Empty;
        if (options.LabelPattern is not null)
        {
            return Match(options.LabelPattern, folder, file);
        }

        var stripped = ElasticcPrefix().Replace(folder, string.Empty);
        return stripped.Length > 0 ? stripped : throw new InputException($"{file}: the folder '{folder}' names no label; give a label, a pattern for it, or import without labels.");
    }

    /// <summary>The label in an object's own value; null where that is blank.</summary>
    /// <exception cref="InputException">The pattern does not fit.</exception>
    public static string? OfValue(SnanaImportOptions options, string text, string place) =>
        text.Length == 0 ? null : options.LabelPattern is null ? text : Match(options.LabelPattern, text, place);

    /// <summary>The first group of a pattern's match in a text, or the whole match where the pattern has no group.</summary>
    /// <param name="pattern">Regular expression.</param>
    /// <param name="text">Text.</param>
    /// <param name="place">Where the text stands, for the message.</param>
    /// <exception cref="InputException">The pattern is no regular expression, or does not fit.</exception>
    private static string Match(string pattern, string text, string place)
    {
        try
        {
            var match = Regex.Match(text, pattern, RegexOptions.None, PatternTimeout);
            var label = match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
            return label.Length > 0 ? label : throw new InputException($"{place}: the label pattern '{pattern}' does not fit '{text}'.");
        }
        catch (Exception e) when (e is RegexParseException or RegexMatchTimeoutException)
        {
            throw new InputException($"Label pattern '{pattern}': {e.Message}", e);
        }
    }

    [GeneratedRegex(@"^(FULL_)?(ELASTICC2?|ATAT)_TRAIN_([0-9]+_)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ElasticcPrefix();
}
