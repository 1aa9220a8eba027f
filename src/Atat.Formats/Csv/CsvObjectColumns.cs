using Atat.LightCurves;

namespace Atat.Formats.Csv;

/// <summary>Where the columns of an object stand in a table, and how a row of them is read.</summary>
internal sealed class CsvObjectColumns(CsvTable table, CsvImportOptions options)
{
    private readonly MissingValues missing = new(options.Missing);
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private readonly int rightAscension = table.FindOptional(options.RightAscension);
    private readonly int declination = table.FindOptional(options.Declination);
    private readonly int label = table.FindOptional(options.Label);
    private readonly int[] metadata = [.. options.Metadata.Select(column => table.Find(column.Name))];

    /// <summary>Column of the identifier.</summary>
    public int Id { get; } = table.Find(options.Objects is null ? options.LightCurveId ?? options.Id : options.Id);

    /// <summary>Column of the class, or -1.</summary>
    public int Class { get; } = table.FindOptional(options.Class);

    /// <summary>Reads the current row.</summary>
    /// <param name="values">Receives the metadata; NaN = missing.</param>
    /// <param name="className">Receives the class, or null.</param>
    /// <exception cref="InputException">A value is not what its column must hold.</exception>
    public ObjectRow Read(Span<float> values, out string? className)
    {
        for (var i = 0; i < metadata.Length; i++)
        {
            values[i] = missing.Contains(table.Bytes(metadata[i])) ? float.NaN : table.FiniteNumber<float>(metadata[i]);
        }

        className = Pooled(Class);
        var id = table.Text(Id);
        return id.Length == 0
            ? throw table.Wrong(Id, "is no identifier; every object needs one")
            : new ObjectRow(id, Pooled(label), Coordinate(rightAscension), Coordinate(declination));
    }

    private double Coordinate(int column) =>
        column < 0 || missing.Contains(table.Bytes(column)) ? double.NaN : table.FiniteNumber<double>(column);

    private string? Pooled(int column)
    {
        if (column < 0 || missing.Contains(table.Bytes(column)))
        {
            return null;
        }

        var text = table.Text(column);
        return labels.TryAdd(text, text) ? text : labels[text];
    }
}
