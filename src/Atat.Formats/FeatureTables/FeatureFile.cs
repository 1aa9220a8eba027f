using Atat.LightCurves;

namespace Atat.Formats.FeatureTables;

/// <summary>
/// A feature table on disk: Parquet with <c>object_id</c>, <c>day</c> (after the first detection) and one nullable double column per feature, in
/// which null is a missing value. The <see cref="FeatureSet"/> is JSON in the file's metadata under <c>atat.features</c>; without it, as another
/// program writes it, every further column is a feature. Where the name ends in <c>.csv</c>, the same columns are written as CSV.
/// </summary>
public static class FeatureFile
{
    /// <summary>Key of the file's metadata that holds the set.</summary>
    internal const string SetKey = "atat.features";

    /// <summary>Column of the object's identifier.</summary>
    internal const string ObjectId = "object_id";

    /// <summary>Column of the day.</summary>
    internal const string Day = "day";

    /// <summary>Writes a table, beside its place first, then renamed.</summary>
    /// <exception cref="InputException">Two features have one name, or that of another column.</exception>
    public static void Write(string path, FeatureTable table) => Write(path, table.Set, [table]);

    /// <summary>Writes a table that comes in parts, beside its place first, then renamed; holds one row group at a time.</summary>
    /// <param name="path">Where it shall be; its folder is made where needed.</param>
    /// <param name="set">What all parts have in common.</param>
    /// <param name="parts">Parts in order, with the features of the set.</param>
    /// <exception cref="InputException">Two features have one name, or that of another column.</exception>
    public static void Write(string path, FeatureSet set, IEnumerable<FeatureTable> parts)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { ObjectId, Day };
        if (set.Features.FirstOrDefault(name => !taken.Add(name)) is { } twice)
        {
            throw new InputException($"Feature '{twice}' has the name of another column of the table; rename it.");
        }

        if (IsCsv(path))
        {
            FeatureCsv.Write(path, set, parts);
        }
        else
        {
            FeatureRowGroups.Write(path, set, parts);
        }
    }

    /// <summary>Reads a whole table.</summary>
    /// <exception cref="InputException">The file is no feature table, or is damaged; names row and column.</exception>
    public static FeatureTable Read(string path) => Joined(path, null);

    /// <summary>Reads some features.</summary>
    /// <param name="path">File.</param>
    /// <param name="features">Their names, in the order wanted.</param>
    /// <exception cref="InputException">The file is no feature table, is damaged, or has no such feature; names the nearest.</exception>
    public static FeatureTable Read(string path, IReadOnlyList<string> features) => Joined(path, features);

    /// <summary>Reads which features a file holds, and nothing else.</summary>
    /// <exception cref="InputException">The file is no feature table, or is damaged.</exception>
    public static FeatureSet ReadSet(string path)
    {
        using var reader = new FeatureReader(path, null);
        return reader.Set;
    }

    /// <summary>Reads a table part by part, holding one at a time.</summary>
    /// <param name="path">File.</param>
    /// <param name="features">Names of the features, in the order wanted; null for all.</param>
    /// <exception cref="InputException">The file is no feature table, is damaged, or has no such feature; names row and column.</exception>
    public static IEnumerable<FeatureTable> ReadParts(string path, IReadOnlyList<string>? features = null)
    {
        using var reader = new FeatureReader(path, features);
        foreach (var part in reader.Parts())
        {
            yield return part;
        }
    }

    /// <summary>Whether a file of this name is written as CSV.</summary>
    internal static bool IsCsv(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static FeatureTable Joined(string path, IReadOnlyList<string>? features)
    {
        using var reader = new FeatureReader(path, features);
        FeatureTable[] parts = [.. reader.Parts()];
        return parts.Length == 1 ? parts[0] : new FeatureTable(
            reader.Set,
            [.. parts.SelectMany(p => p.ObjectIds)],
            [.. parts.SelectMany(p => p.Days)],
            [.. Enumerable.Range(0, reader.Set.Features.Length).Select(i => Joined(parts, i))]);
    }

    // A column leaves its parts as it is joined, so that the values are not in memory twice.
    private static double[] Joined(FeatureTable[] parts, int column)
    {
        var joined = new double[parts.Sum(p => p.Count)];
        var at = 0;
        foreach (var part in parts)
        {
            part.Columns[column].CopyTo(joined, at);
            part.Columns[column] = [];
            at += part.Count;
        }

        return joined;
    }
}
