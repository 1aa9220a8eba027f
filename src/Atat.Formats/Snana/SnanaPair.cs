using System.Text.RegularExpressions;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>A HEAD file, with one row an object, and the PHOT file with the observations of its objects.</summary>
/// <param name="Head">Path of the HEAD file.</param>
/// <param name="Phot">Path of the PHOT file.</param>
internal sealed partial record SnanaPair(string Head, string Phot)
{
    /// <summary>Whether a folder, or one below, has HEAD files.</summary>
    public static bool AreIn(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(file => HeadName().IsMatch(Path.GetFileName(file)));

    /// <summary>Finds the pairs of a source, in ordinal order of their paths.</summary>
    /// <exception cref="InputException">There is none, or a file has no partner.</exception>
    public static SnanaPair[] Find(string source)
    {
        if (File.Exists(source))
        {
            return [Of(source)];
        }

        if (!Directory.Exists(source))
        {
            throw new InputException($"{source}: no such file or folder.");
        }

        SnanaPair[] pairs;
        try
        {
            pairs = [.. Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
                .Where(file => HeadName().IsMatch(Path.GetFileName(file)))
                .Order(StringComparer.Ordinal)
                .Select(Of)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{source}: cannot be read: {e.Message}", e);
        }

        return pairs.Length > 0 ? pairs : throw new InputException($"{source}: no SNANA files (…HEAD.FITS or .DAT, perhaps .gz) in this folder or below.");
    }

    /// <summary>The label that the options give to the objects of these files, beside a label column.</summary>
    /// <exception cref="InputException">The pattern does not fit.</exception>
    public string? Label(SnanaImportOptions options) => SnanaLabel.OfFolder(options, Head);

    private static SnanaPair Of(string head)
    {
        var folder = Path.GetDirectoryName(head) ?? string.Empty;
        var name = Path.GetFileName(head);
        var match = HeadName().Match(name);
        if (!match.Success)
        {
            throw new InputException($"{head}: is no HEAD file; its name should end in HEAD.FITS or HEAD.FITS.gz.");
        }

        var stem = name[..match.Index];
        var phot = Directory.EnumerateFiles(folder.Length > 0 ? folder : ".", "*")
            .Where(file => PhotName().Match(Path.GetFileName(file)) is { Success: true } m && Path.GetFileName(file)[..m.Index] == stem)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        return phot is null
            ? throw new InputException($"{head}: its PHOT file '{stem}PHOT{name[(match.Index + 4)..]}' is missing; both are needed.")
            : new SnanaPair(head, phot);
    }

    [GeneratedRegex(@"HEAD\.FITS(\.gz)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadName();

    [GeneratedRegex(@"PHOT\.FITS(\.gz)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PhotName();
}
