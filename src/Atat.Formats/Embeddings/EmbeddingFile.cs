using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;
using Atat.Formats.FeatureTables;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Formats.Embeddings;

/// <summary>
/// Embeddings on disk: Parquet with <c>object_id</c>, <c>label</c> and <c>partition</c> (null where there is none), <c>embedding</c> (list of float, of one length)
/// and, where they have been scored, <c>anomaly</c>. The file's metadata names the run under <c>atat.run</c> and the program under <c>atat.version</c>.
/// </summary>
public static class EmbeddingFile
{
    private const string RunKey = "atat.run";
    private const string VersionKey = "atat.version";
    private const string Embedding = "embedding";
    private const string Anomaly = "anomaly";

    // Values of a row group.
    private const int ValuesOfGroup = 1 << 22;
    private static readonly string[] Required = ["object_id", "label", "partition", Embedding];

    /// <summary>Sees before long work that a name does not promise another format.</summary>
    /// <param name="path">Where the embeddings shall be.</param>
    /// <exception cref="InputException">The name is that of a CSV file.</exception>
    public static void CheckName(string path)
    {
        if (FeatureFile.IsCsv(path))
        {
            throw new InputException($"{path}: embeddings are written as Parquet; let the name end in .parquet.");
        }
    }

    /// <summary>Writes a table, beside its place first, then renamed.</summary>
    public static void Write(string path, EmbeddingTable table)
    {
        var builder = new Schema.Builder()
            .Field(new Field("object_id", StringType.Default, nullable: false))
            .Field(new Field("label", StringType.Default, nullable: true))
            .Field(new Field("partition", StringType.Default, nullable: true))
            .Field(new Field(Embedding, new ListType(new Field("element", FloatType.Default, nullable: true)), nullable: false));
        if (table.Anomalies is not null)
        {
            builder.Field(new Field(Anomaly, DoubleType.Default, nullable: true));
        }

        if (table.Run is { } run)
        {
            builder.Metadata(RunKey, run);
        }

        if (table.ProgramVersion is { } version)
        {
            builder.Metadata(VersionKey, version);
        }

        var schema = builder.Build();
        ParquetOutput.Write(path, schema, ["label", "partition"], Batches(table, schema));
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InputException">The file has no embeddings, or is damaged; names row and column.</exception>
    public static EmbeddingTable Read(string path)
    {
        using var input = new ParquetInput(path);
        foreach (var column in Required)
        {
            input.Find(column);
        }

        var isScored = input.Schema.FieldsList.Any(f => string.Equals(f.Name, Anomaly, StringComparison.Ordinal));
        string[] columns = isScored ? [.. Required, input.Find(Anomaly).Name] : Required;
        var (ids, labels, partitions, values, scores) = (new List<string>(), new List<string?>(), new List<Partition>(), new List<float>(), new List<double>());
        var width = -1;
        foreach (var (batch, firstRow) in input.Read(columns))
        {
            var arrow = new ArrowValues(input, batch, firstRow);
            ids.AddRange(arrow.RequiredStrings("object_id"));
            labels.AddRange(arrow.Strings("label"));
            var parts = arrow.Strings("partition");
            var (lists, offsets) = arrow.Lists(Embedding);
            var elements = arrow.FloatElements(Embedding, lists);
            for (var row = 0; row < parts.Length; row++)
            {
                partitions.Add(PartitionNames.Parse(parts[row]) ?? throw input.Wrong(arrow.FileRow(row), "partition", $"'{parts[row]}' is neither train nor test nor null"));
                var embedding = elements.AsSpan(offsets[row]..offsets[row + 1]);
                width = width < 0 ? embedding.Length : width;
                Check(input, arrow.FileRow(row), embedding, width);
                values.AddRange(embedding);
            }

            if (isScored)
            {
                scores.AddRange(arrow.Doubles(Anomaly));
            }
        }

        return new EmbeddingTable([.. ids], [.. labels], [.. partitions], [.. values], Math.Max(0, width))
        {
            Anomalies = isScored ? [.. scores] : null,
            Run = input.KeyValues.GetValueOrDefault(RunKey),
            ProgramVersion = input.KeyValues.GetValueOrDefault(VersionKey),
        };
    }

    private static void Check(ParquetInput input, long row, ReadOnlySpan<float> embedding, int width)
    {
        if (embedding.Length != width || width == 0)
        {
            throw input.Wrong(row, Embedding, string.Create(CultureInfo.InvariantCulture, $"has {embedding.Length} dimensions, where the first has {width}; all must have the same, at least one"));
        }

        foreach (var value in embedding)
        {
            if (!float.IsFinite(value))
            {
                throw input.Wrong(row, Embedding, "holds a value that is not finite");
            }
        }
    }

    private static IEnumerable<RecordBatch> Batches(EmbeddingTable table, Schema schema)
    {
        var rows = Math.Max(1, ValuesOfGroup / Math.Max(1, table.Width));
        for (var start = 0; start < table.Count; start += rows)
        {
            var count = Math.Min(rows, table.Count - start);
            var columns = new List<IArrowArray>
            {
                ArrowColumns.Strings(table.ObjectIds.AsSpan(start, count)),
                ArrowColumns.Strings(table.Labels.AsSpan(start, count)),
                ArrowColumns.Strings([.. table.Partitions[start..(start + count)].Select(PartitionNames.NameOf)]),
                ArrowColumns.Lists([.. Enumerable.Range(0, count + 1).Select(i => i * table.Width)], ArrowColumns.Floats(table.Values.AsSpan(start * table.Width, count * table.Width))),
            };
            if (table.Anomalies is { } scores)
            {
                columns.Add(ArrowColumns.Doubles(scores.AsSpan(start, count), nullIfNaN: true));
            }

            yield return new RecordBatch(schema, columns, count);
        }
    }
}
