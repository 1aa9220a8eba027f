using Apache.Arrow;
using Atat.Formats.Files;
using ParquetSharp;
using ParquetSharp.Arrow;

namespace Atat.Formats.Parquet;

/// <summary>Writes record batches as a Parquet file, one row group a batch.</summary>
internal static class ParquetOutput
{
    private const int ZstdLevel = 3;

    /// <summary>Writes a file beside its place and renames it.</summary>
    /// <param name="path">Where it shall be.</param>
    /// <param name="schema">Columns, and the file's key-value metadata.</param>
    /// <param name="dictionaryColumns">Paths of leaf columns with few different values, such as <c>label</c> or <c>band.list.element</c>.</param>
    /// <param name="batches">Row groups.</param>
    public static void Write(string path, Apache.Arrow.Schema schema, IReadOnlyList<string> dictionaryColumns, IEnumerable<RecordBatch> batches) =>
        OutputFile.Write(path, beside =>
        {
            // A dictionary of measured floats is as long as the column and makes writing ten times slower.
            using var builder = new WriterPropertiesBuilder();
            builder.Compression(Compression.Zstd).CompressionLevel(ZstdLevel).DisableDictionary().EnablePageChecksum();
            foreach (var column in dictionaryColumns)
            {
                builder.EnableDictionary(column);
            }

            using var properties = builder.Build();
            using var arrowBuilder = new ArrowWriterPropertiesBuilder();
            using var arrowProperties = arrowBuilder.StoreSchema().Build();
            using var writer = new FileWriter(beside, schema, properties, arrowProperties);
            foreach (var batch in batches)
            {
                using (batch)
                {
                    writer.WriteRecordBatch(batch, Math.Max(1, batch.Length));
                }
            }

            writer.Close();
        });
}
