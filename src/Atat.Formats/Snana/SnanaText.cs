using System.Globalization;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>Reads a folder of SNANA's text light curves, or one of them.</summary>
internal static class SnanaText
{
    /// <summary>Files that one part of an import reads.</summary>
    public const int FilesAtOnce = 256;

    private const int MostKeys = 10_000;

    /// <summary>The text files of a source, in ordinal order of their paths; none where it has FITS files.</summary>
    public static string[] Find(string source)
    {
        if (File.Exists(source))
        {
            return SnanaTextFile.IsName(source) ? [source] : [];
        }

        try
        {
            return Directory.Exists(source) && !SnanaPair.AreIn(source)
                ? [.. Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(SnanaTextFile.IsName).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{source}: cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Settles from the headers of all files what to read.</summary>
    /// <exception cref="InputException">A file cannot be read, or the files are not of one survey.</exception>
    public static SnanaPlan Plan(SnanaImportOptions options, IReadOnlyList<string> files)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        string? survey = null;
        string? filters = null;
        var labels = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in files)
        {
            using var file = new SnanaTextFile(path);
            var any = false;
            for (; file.ReadHeader(); any = true)
            {
                if (Label(options, file, path) is { } label)
                {
                    labels.Add(label);
                }

                survey ??= file.Header.GetValueOrDefault("SURVEY") ?? string.Empty;
                var here = file.Header.GetValueOrDefault("FILTERS");
                filters ??= here;
                if (options.Passbands.IsEmpty && (here is null || here != filters))
                {
                    throw new InputException($"{file.Place}: FILTERS is '{here}', but '{filters}' in {files[0]}; import surveys one by one, or give the passbands.");
                }

                file.SkipObservations();
                AddKeys(file, names, texts);
            }

            if (!any)
            {
                throw new InputException($"{path}: has no SNANA light curve in it.");
            }
        }

        SnanaPlan.CheckColumns(options, names);
        return new SnanaPlan(
            options,
            options.Survey ?? survey ?? string.Empty,
            options.Passbands.IsEmpty ? SnanaPassbands.Of(survey ?? string.Empty, filters ?? string.Empty) : options.Passbands,
            options.Metadata.IsEmpty ? SnanaMetadata.Of(names, names.Where(n => !texts.Contains(n)).Order(StringComparer.Ordinal)) : options.Metadata,
            labels);
    }

    /// <summary>Reads the objects of some files.</summary>
    /// <exception cref="InputException">A file cannot be read or does not hold what it should; names file and line.</exception>
    public static Catalog Read(SnanaPlan plan, CatalogSchema schema, IReadOnlyList<string> files)
    {
        var builder = new CatalogBuilder(schema);
        var observations = new LightCurveBuffer();
        var metadata = new float[plan.Metadata.Length];
        foreach (var path in files)
        {
            using var file = new SnanaTextFile(path);
            while (file.ReadHeader())
            {
                observations.Clear();
                file.ReadObservations(plan, observations);
                for (var i = 0; i < metadata.Length; i++)
                {
                    metadata[i] = Value(file, plan.Metadata[i].Name);
                }

                var label = Label(plan.Options, file, path);
                builder.Add(Row(plan.Options, file, label), metadata, observations.LightCurve);
            }
        }

        return builder.Build();
    }

    private static void AddKeys(SnanaTextFile file, HashSet<string> names, HashSet<string> texts)
    {
        foreach (var (key, value) in file.Header)
        {
            names.Add(key);
            if (!IsNumber(value))
            {
                texts.Add(key);
            }
        }

        if (names.Count > MostKeys)
        {
            throw new InputException($"{file.Place}: its keys and those of the objects before are more than {MostKeys:N0} different ones; are these SNANA light curves?");
        }
    }

    private static string? Label(SnanaImportOptions options, SnanaTextFile file, string path) => options.LabelColumn is { } key
        ? SnanaLabel.OfValue(options, file.Header.GetValueOrDefault(key) ?? throw new InputException($"{file.Place}: has no key '{key}' to take the label from."), file.Place)
        : SnanaLabel.OfFolder(options, path);

    private static ObjectRow Row(SnanaImportOptions options, SnanaTextFile file, string? label)
    {
        var id = file.Header["SNID"];
        return id.Length == 0
            ? throw new InputException($"{file.Place}: SNID is blank; every object needs an identifier.")
            : new ObjectRow(options.LabelInId && label is not null ? $"{label}/{id}" : id, label, Coordinate(file, 0, 360, "RA"), Coordinate(file, -90, 90, "DEC", "DECL"));
    }

    private static double Coordinate(SnanaTextFile file, double least, double most, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (file.Header.TryGetValue(key, out var text) && TryNumber(text, out var value) && value >= least && value <= most)
            {
                return value;
            }
        }

        return double.NaN;
    }

    private static float Value(SnanaTextFile file, string key)
    {
        if (!file.Header.TryGetValue(key, out var text))
        {
            return float.NaN;
        }

        var value = TryNumber(text, out var number) ? (float)number : throw new InputException($"{file.Place}: {key} is '{text}', which is no number; leave the key out of the metadata.");
        return float.IsFinite(value) && !SnanaMetadata.MissingValues(key).Contains(value) ? value : float.NaN;
    }

    private static bool IsNumber(string text) => TryNumber(text, out _);

    // A number and perhaps its unit or a remark, but not several numbers.
    private static bool TryNumber(string text, out double value)
    {
        var parts = text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        value = double.NaN;
        return parts.Length > 0
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && (parts.Length == 1 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _));
    }
}
