using Atat.LightCurves;

namespace Atat.Formats.Csv;

/// <summary>The objects of an import before their light curves are known, in the order of the file.</summary>
internal sealed class CsvObjects
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> classes = new(StringComparer.Ordinal);
    private readonly List<ObjectRow> rows = [];
    private readonly List<float> metadata = [];
    private readonly int width;

    private CsvObjects(int width) => this.width = width;

    /// <summary>Number of objects.</summary>
    public int Count => rows.Count;

    /// <summary>Objects without their light curves.</summary>
    public IReadOnlyList<ObjectRow> Rows => rows;

    /// <summary>Index of each identifier.</summary>
    public IReadOnlyDictionary<string, int> Indices => indices;

    /// <summary>Finds an object by its identifier's characters.</summary>
    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup => indices.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Metadata of one object, in the order of the options' columns.</summary>
    public float[] Metadata(int index) => [.. metadata.GetRange(index * width, width)];

    /// <summary>Label and class of each different label, in order of label; empty where no class column is given.</summary>
    public IEnumerable<TaxonomyEntry> Entries => classes.OrderBy(c => c.Value, StringComparer.Ordinal).ThenBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => new TaxonomyEntry(c.Key, c.Value));

    /// <summary>Reads the table of objects, or the objects' columns of the light-curve table, where the rows of an object must agree.</summary>
    /// <exception cref="InputException">The table cannot be read, or does not hold what the options say.</exception>
    public static CsvObjects Read(CsvImportOptions options)
    {
        var isOwnTable = options.Objects is not null;
        var objects = new CsvObjects(options.Metadata.Length);
        using var table = new CsvTable(options.Objects ?? options.LightCurves, options.Delimiter);
        var columns = new CsvObjectColumns(table, options);
        var values = new float[options.Metadata.Length];
        while (table.Read())
        {
            var row = columns.Read(values, out var className);
            if (objects.indices.TryGetValue(row.Id, out var first))
            {
                objects.CheckSame(table, columns, first, row, values, isOwnTable);
                continue;
            }

            objects.indices.Add(row.Id, objects.rows.Count);
            objects.rows.Add(row);
            objects.metadata.AddRange(values);
            objects.AddClass(table, columns, row.Label, className);
        }

        return objects;
    }

    private void CheckSame(CsvTable table, CsvObjectColumns columns, int first, ObjectRow row, ReadOnlySpan<float> values, bool isOwnTable)
    {
        if (isOwnTable)
        {
            throw table.Wrong(columns.Id, "stands twice; identifiers must be unique");
        }

        if (rows[first] != row || !values.SequenceEqual(Metadata(first)))
        {
            throw table.Wrong(columns.Id, "has another label, position or metadata here than in its first row; an object's columns must be the same in all its rows");
        }
    }

    private void AddClass(CsvTable table, CsvObjectColumns columns, string? label, string? className)
    {
        if (label is null || className is null)
        {
            return;
        }

        if (!classes.TryAdd(label, className) && !string.Equals(classes[label], className, StringComparison.Ordinal))
        {
            throw table.Wrong(columns.Class, $"is the class of label '{label}' here, but '{classes[label]}' is in an earlier row; a label belongs to one class");
        }
    }
}
