using Apache.Arrow;
using Apache.Arrow.Types;
using Atat.LightCurves;

namespace Atat.Formats.Parquet;

/// <summary>Fitted quantile transformations on disk: Parquet with <c>column</c>, <c>day</c> (null for metadata) and <c>quantiles</c> (list of double).</summary>
public static class QuantileTableFile
{
    private static readonly Schema Schema = new Schema.Builder()
        .Field(new Field("column", StringType.Default, nullable: false))
        .Field(new Field("day", DoubleType.Default, nullable: true))
        .Field(new Field("quantiles", new ListType(new Field("element", DoubleType.Default, nullable: true)), nullable: false))
        .Build();

    /// <summary>Writes the rows, beside their place first, then renamed.</summary>
    public static void Write(string path, IReadOnlyList<QuantileRow> rows)
    {
        var offsets = new int[rows.Count + 1];
        for (var i = 0; i < rows.Count; i++)
        {
            offsets[i + 1] = checked(offsets[i] + rows[i].Quantiles.Length);
        }

        IArrowArray[] columns =
        [
            ArrowColumns.Strings([.. rows.Select(r => r.Column)]),
            ArrowColumns.Doubles([.. rows.Select(r => r.Day ?? double.NaN)], nullIfNaN: true),
            ArrowColumns.Lists(offsets, ArrowColumns.Doubles([.. rows.SelectMany(r => r.Quantiles)])),
        ];
        ParquetOutput.Write(path, Schema, ["column"], rows.Count == 0 ? [] : [new RecordBatch(Schema, columns, rows.Count)]);
    }

    /// <summary>Reads the rows.</summary>
    /// <exception cref="InputException">The file is no such table, or is damaged; names row and column.</exception>
    public static IReadOnlyList<QuantileRow> Read(string path)
    {
        using var input = new ParquetInput(path);
        string[] columns = [.. Schema.FieldsList.Select(f => f.Name)];
        foreach (var column in columns)
        {
            input.Find(column);
        }

        var rows = new List<QuantileRow>();
        foreach (var (batch, firstRow) in input.Read(columns))
        {
            var values = new ArrowValues(input, batch, firstRow);
            var names = values.RequiredStrings("column");
            var days = values.Doubles("day");
            var (elements, offsets) = values.Lists("quantiles");
            var quantiles = values.DoubleElements("quantiles", elements);
            for (var i = 0; i < names.Length; i++)
            {
                rows.Add(new QuantileRow(names[i], double.IsNaN(days[i]) ? null : days[i], quantiles[offsets[i]..offsets[i + 1]]));
            }
        }

        return rows;
    }
}
