using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>
/// Writes a survey as SNANA does, in the layout of ELAsTiCC's samples: a folder for every label with gzip'd pairs of HEAD and PHOT tables, a list
/// of the HEAD files and a README. What <see cref="SnanaImporter"/> reads back is equal to what was written, but for the split and all after the
/// first word of the survey's name; what has no label comes back as <c>unlabelled</c>.
/// </summary>
public static partial class SnanaWriter
{
    /// <summary>Begin of the names of folders and files.</summary>
    public const string Prefix = "ATAT_TRAIN_";

    private const int ObjectsPerFile = 1000;
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/\\:*?\"<>|");

    private const string Unlabelled = "unlabelled";

    /// <summary>Writes objects that come in parts; holds at most a thousand of every label. Each file is written beside its place, then renamed.</summary>
    /// <param name="folder">Where to; is made where needed.</param>
    /// <param name="parts">Parts with one schema.</param>
    /// <exception cref="InputException">
    /// The folder holds such a sample already, an identifier does not fit into 16 ASCII characters, a label cannot be a folder's name, or
    /// a passband has more than one letter.
    /// </exception>
    public static void Write(string folder, IEnumerable<Catalog> parts)
    {
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateDirectories(folder, Prefix + "*").FirstOrDefault() is { } old)
        {
            throw new InputException($"{old}: is there already; remove it or choose another folder.");
        }

        var open = new Dictionary<string, (SnanaPairWriter Pair, int Files)>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                var item = part[i];
                var label = item.Label ?? Unlabelled;
                if (!open.TryGetValue(label, out var state))
                {
                    CheckLabel(label);
                    CheckBands(part.Schema);
                    state = (new SnanaPairWriter(part.Schema), 0);
                }

                state.Pair.Add(item);
                if (state.Pair.Count == ObjectsPerFile)
                {
                    state.Pair.WriteTo(FolderOf(folder, label), NameOf(label, ++state.Files));
                    state.Pair = new SnanaPairWriter(part.Schema);
                }

                open[label] = state;
            }
        }

        foreach (var (label, (pair, files)) in open)
        {
            var count = files;
            if (pair.Count > 0)
            {
                pair.WriteTo(FolderOf(folder, label), NameOf(label, ++count));
            }

            Describe(FolderOf(folder, label), label, count);
        }
    }

    private static string FolderOf(string folder, string label) => Path.Combine(folder, Prefix + label);

    private static string NameOf(string label, int file) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{label}-{file:0000}");

    private static void CheckBands(CatalogSchema schema)
    {
        if (schema.Passbands.FirstOrDefault(band => band.Name.Length != 1 || !char.IsAscii(band.Name[0])) is { } wrong)
        {
            throw new InputException($"SNANA's files name passbands by one letter; passband '{wrong.Name}' needs another name in the catalog.");
        }
    }

    private static void CheckLabel(string label)
    {
        if (label.AsSpan().ContainsAny(NotInNames) || label.Trim() != label || label is "." or "..")
        {
            throw new InputException($"Label '{label}' cannot be the name of a folder, which SNANA's layout needs; give it another in the catalog.");
        }

        if (NumberedPrefix().IsMatch(label))
        {
            throw new InputException($"Label '{label}' begins with a number and an underscore, which importers take for part of the sample's name; give it another in the catalog.");
        }
    }

    [GeneratedRegex("^[0-9]+_", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedPrefix();

    private static void Describe(string folder, string label, int files)
    {
        var version = Prefix + label;
        OutputFile.Write(Path.Combine(folder, version + ".LIST"), path =>
            File.WriteAllLines(path, Enumerable.Range(1, files).Select(file => NameOf(label, file) + "_HEAD.FITS")));
        OutputFile.Write(Path.Combine(folder, version + ".README"), path =>
            File.WriteAllText(path, $"DOCUMENTATION:\n  GENVERSION: {version}\n  PURPOSE: simulated or exported light curves\n  CODE: atat\nDOCUMENTATION_END:\n"));
    }
}
