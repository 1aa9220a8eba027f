using System.Globalization;

namespace Atat.LightCurves.Splits;

/// <summary>
/// A split that others have fixed: a CSV file whose first column is the identifier, with the columns <c>part</c> (also
/// <c>partition</c> or <c>split</c>; train or test) and, if wished, <c>fold</c> (0-based, training rows only); others may stand between.
/// </summary>
public static class SplitFile
{
    /// <summary>Splits a catalog as a file says; objects that the file does not name take no part.</summary>
    /// <param name="catalog">An earlier split is replaced.</param>
    /// <param name="path">The file.</param>
    /// <param name="folds">Folds made by class among the training objects where the file gives none, at least 2.</param>
    /// <param name="seed">Seed of those folds.</param>
    /// <exception cref="InputException">A row that cannot be read, an unknown or repeated identifier, a training object without class, a class smaller than the folds.</exception>
    public static Catalog Apply(Catalog catalog, string path, int folds, int seed)
    {
        var rows = Read(path);
        var indexOf = new Dictionary<string, int>(catalog.Count, StringComparer.Ordinal);
        for (var i = 0; i < catalog.Count; i++)
        {
            indexOf.Add(catalog.Ids[i], i);
        }

        var partitions = new Partition[catalog.Count];
        var foldOf = new int[catalog.Count];
        Array.Fill(foldOf, -1);
        foreach (var row in rows)
        {
            if (!indexOf.TryGetValue(row.Id, out var index))
            {
                throw new InputException($"{path} line {row.Line}: the catalog has no object '{row.Id}'. Does the file belong to this catalog?");
            }

            if (row.Partition == Partition.Train && (catalog.Labels[index] is not { } label || catalog.Schema.Taxonomy.ClassOf(label) < 0))
            {
                throw new InputException($"{path} line {row.Line}: object '{row.Id}' is to train on but has no label that the taxonomy knows; take the row out or label the object.");
            }

            partitions[index] = row.Partition;
            foldOf[index] = row.Fold;
        }

        if (rows.All(r => r.Fold < 0))
        {
            MakeFolds(catalog, partitions, foldOf, folds, seed);
        }

        return catalog.WithSplit(partitions, foldOf);
    }

    /// <summary>Reads and checks the rows of a file.</summary>
    /// <exception cref="InputException">A missing column, an unknown part, a bad fold, a repeated identifier, no training row.</exception>
    public static IReadOnlyList<SplitRow> Read(string path)
    {
        using var reader = new StreamReader(path);
        var header = Fields(reader.ReadLine() ?? string.Empty, path, 1);
        var part = Column(header, "part", "partition", "split");
        var fold = Column(header, "fold");
        if (part < 1)
        {
            throw new InputException($"{path} line 1: no column 'part'; write the identifier first, then 'part' (train or test) and, if wished, 'fold'.");
        }

        var rows = new List<SplitRow>();
        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var row = Parse(Fields(text, path, line), header.Count, part, fold, path, line);
            if (!lineOf.TryAdd(row.Id, line))
            {
                throw new InputException($"{path} line {line}: object '{row.Id}' stands in line {lineOf[row.Id]} already; keep one row an object.");
            }

            rows.Add(row);
        }

        return Checked(rows, path);
    }

    private static List<SplitRow> Checked(List<SplitRow> rows, string path)
    {
        var train = rows.Where(r => r.Partition == Partition.Train).ToList();
        if (train.Count == 0)
        {
            throw new InputException($"{path}: no row has the part 'train'; there would be nothing to train on.");
        }

        var without = train.Find(r => r.Fold < 0);
        if (without is not null && train.Exists(r => r.Fold >= 0))
        {
            throw new InputException($"{path} line {without.Line}: training object '{without.Id}' has no fold, others have; give a fold to all of them or to none.");
        }

        return rows;
    }

    private static SplitRow Parse(List<string> fields, int width, int part, int fold, string path, int line)
    {
        if (fields.Count != width)
        {
            throw new InputException($"{path} line {line}: {fields.Count} columns, the header has {width}.");
        }

        var partition = fields[part] switch
        {
            "train" => Partition.Train,
            "test" => Partition.Test,
            var other => throw new InputException($"{path} line {line}: part '{other}' is neither 'train' nor 'test'; validation objects are 'train' with their own fold."),
        };
        var number = -1;
        if (fold >= 0 && fields[fold].Length > 0)
        {
            if (partition == Partition.Test || !int.TryParse(fields[fold], NumberStyles.None, CultureInfo.InvariantCulture, out number))
            {
                throw new InputException($"{path} line {line}: fold '{fields[fold]}' must be 0, 1, 2 … for a training object and empty for a test object.");
            }
        }

        return fields[0].Length > 0
            ? new SplitRow(line, fields[0], partition, number)
            : throw new InputException($"{path} line {line}: no identifier.");
    }

    private static void MakeFolds(Catalog catalog, Partition[] partitions, int[] foldOf, int folds, int seed)
    {
        StratifiedSplit.RequireFolds(folds);
        foreach (var members in ClassMembers.Of(catalog, i => partitions[i] == Partition.Train, seed))
        {
            if (members.Objects.Length < folds)
            {
                throw new InputException($"Class '{members.Name}' has {members.Objects.Length} training objects for {folds} folds, and each fold needs one; ask for fewer folds.");
            }

            members.DealFolds(members.Objects, foldOf, folds);
        }
    }

    private static int Column(List<string> header, params string[] names) =>
        header.FindIndex(h => names.Contains(h, StringComparer.OrdinalIgnoreCase));

    // RFC 4180 within one line: fields between commas, quoted where they hold one.
    private static List<string> Fields(string line, string path, int number)
    {
        var fields = new List<string>();
        var rest = line.AsSpan();
        while (true)
        {
            rest = rest.TrimStart(' ');
            var end = rest is ['"', ..] ? QuotedEnd(rest) : rest.IndexOf(',');
            if (end < -1)
            {
                throw new InputException($"{path} line {number}: a quote is not closed.");
            }

            var field = (end < 0 ? rest : rest[..end]).Trim();
            fields.Add(field is ['"', .., '"'] ? field[1..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : field.ToString());
            if (end < 0)
            {
                return fields;
            }

            rest = rest[(end + 1)..];
        }
    }

    // The comma after a quoted field, -1 at the end of the line, -2 where the quote stays open.
    private static int QuotedEnd(ReadOnlySpan<char> text)
    {
        var open = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                open = !open;
            }
            else if (text[i] == ',' && !open)
            {
                return i;
            }
        }

        return open ? -2 : -1;
    }
}
