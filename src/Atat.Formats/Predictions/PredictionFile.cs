using Apache.Arrow;
using Apache.Arrow.Types;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Formats.Predictions;

/// <summary>A prediction table on disk: Parquet with <c>object_id</c>, <c>day</c>, <c>label</c> and one float column per class, named by it.</summary>
public static class PredictionFile
{
    private const int RowsPerGroup = 1 << 17;
    private static readonly string[] KeyColumns = ["object_id", "day", "label"];

    /// <summary>Writes a table, beside its place first, then renamed.</summary>
    /// <exception cref="InputException">A class has the name of another column.</exception>
    public static void Write(string path, PredictionTable table)
    {
        var taken = new HashSet<string>(KeyColumns, StringComparer.Ordinal);
        var builder = new Schema.Builder()
            .Field(new Field("object_id", StringType.Default, nullable: false))
            .Field(new Field("day", DoubleType.Default, nullable: false))
            .Field(new Field("label", StringType.Default, nullable: true));
        foreach (var name in table.Classes)
        {
            if (!taken.Add(name))
            {
                throw new InputException($"Class '{name}' has the name of another column of a prediction table; rename it in the taxonomy.");
            }

            builder.Field(new Field(name, FloatType.Default, nullable: false));
        }

        var schema = builder.Build();
        ParquetOutput.Write(path, schema, ["label"], Batches(table, schema));
    }

    /// <summary>Reads a table; the classes are the columns after the first three, in the order of the file.</summary>
    /// <exception cref="InputException">The file is no prediction table, or is damaged; names row and column.</exception>
    public static PredictionTable Read(string path)
    {
        using var input = new ParquetInput(path);
        foreach (var column in KeyColumns)
        {
            input.Find(column);
        }

        string[] classes = [.. input.Schema.FieldsList.Select(f => f.Name).Where(name => !KeyColumns.Contains(name, StringComparer.Ordinal))];
        foreach (var name in classes)
        {
            input.Find(name);
        }

        var ids = new List<string>();
        var days = new List<double>();
        var labels = new List<string?>();
        var probabilities = new List<float>();
        foreach (var (batch, firstRow) in input.Read([.. KeyColumns, .. classes]))
        {
            var values = new ArrowValues(input, batch, firstRow);
            ids.AddRange(values.RequiredStrings("object_id"));
            days.AddRange(values.Doubles("day"));
            labels.AddRange(values.Strings("label"));
            var columns = classes.Select(values.Floats).ToArray();
            for (var row = 0; row < batch.Length; row++)
            {
                for (var i = 0; i < classes.Length; i++)
                {
                    probabilities.Add(float.IsFinite(columns[i][row])
                        ? columns[i][row]
                        : throw input.Wrong(firstRow + row, classes[i], "is no finite probability"));
                }
            }
        }

        return new PredictionTable([.. classes], [.. ids], [.. days], [.. labels], [.. probabilities]);
    }

    private static IEnumerable<RecordBatch> Batches(PredictionTable table, Schema schema)
    {
        for (var start = 0; start < table.Count; start += RowsPerGroup)
        {
            var count = Math.Min(RowsPerGroup, table.Count - start);
            var columns = new List<IArrowArray>
            {
                ArrowColumns.Strings(table.ObjectIds.AsSpan(start, count)),
                ArrowColumns.Doubles(table.Days.AsSpan(start, count)),
                ArrowColumns.Strings(table.Labels.AsSpan(start, count)),
            };
            var values = new float[count];
            for (var column = 0; column < table.Classes.Length; column++)
            {
                for (var i = 0; i < count; i++)
                {
                    values[i] = table.Row(start + i)[column];
                }

                columns.Add(ArrowColumns.Floats(values));
            }

            yield return new RecordBatch(schema, columns, count);
        }
    }
}
