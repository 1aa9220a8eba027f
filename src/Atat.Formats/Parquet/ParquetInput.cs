using System.Globalization;
using Apache.Arrow;
using Atat.Formats.Files;
using Atat.LightCurves;
using ParquetSharp;
using ParquetSharp.Arrow;

namespace Atat.Formats.Parquet;

/// <summary>A Parquet file opened for reading; failures of the library become errors that name the file.</summary>
internal sealed class ParquetInput : IDisposable
{
    private readonly FileReader reader;

    /// <summary>Opens a file and reads its footer.</summary>
    /// <param name="path">File.</param>
    /// <param name="batchRows">Most rows of a record batch; null for the library's own number.</param>
    /// <exception cref="InputException">It cannot be read as Parquet.</exception>
    public ParquetInput(string path, int? batchRows = null)
    {
        FilePath = path;

        // Opened here for its errors only. The library reads the file itself: were it given a stream, its read-ahead threads could
        // call back into a stream that a damaged file has already closed, which ends the process.
        InputFile.OpenRaw(path).Dispose();
        try
        {
            using var properties = ReaderProperties.GetDefaultReaderProperties();
            properties.EnablePageChecksumVerification();
            using var arrow = ArrowReaderProperties.GetDefault();
            arrow.BatchSize = batchRows ?? arrow.BatchSize;
            reader = Guarded(() => new FileReader(path, properties, arrow));
            Schema = Guarded(() => reader.Schema);
            var metadata = Guarded(() => reader.ParquetReader.FileMetaData);
            RowCount = metadata.NumRows;
            KeyValues = Guarded(() => metadata.KeyValueMetadata);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    /// <summary>The file as the caller named it.</summary>
    public string FilePath { get; }

    /// <summary>Columns.</summary>
    public Apache.Arrow.Schema Schema { get; }

    /// <summary>Rows, as the footer claims.</summary>
    public long RowCount { get; }

    /// <summary>The file's key-value metadata.</summary>
    public IReadOnlyDictionary<string, string> KeyValues { get; }

    /// <summary>A column that must be there.</summary>
    /// <exception cref="InputException">It is not there, or twice.</exception>
    public Field Find(string name)
    {
        var found = Schema.FieldsList.Where(f => string.Equals(f.Name, name, StringComparison.Ordinal)).ToArray();
        if (found.Length == 0)
        {
            var nearest = NearestName.Of(name, Schema.FieldsList.Select(f => f.Name));
            throw new InputException($"{FilePath}: no column '{name}'{(nearest is null ? string.Empty : $"; did you mean '{nearest}'?")}");
        }

        return found.Length == 1 ? found[0] : throw new InputException($"{FilePath}: column '{name}' stands twice; keep one.");
    }

    /// <summary>Reads the named columns, batch by batch; a batch is valid until the next.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    public IEnumerable<(RecordBatch Batch, long FirstRow)> Read(IReadOnlyCollection<string> columns)
    {
        var leaves = Guarded(() => Leaves(columns));
        var row = 1L;
        for (var group = 0; group < reader.NumRowGroups; group++)
        {
            var selected = group;
            using var batches = Guarded(() => reader.GetRecordBatchReader([selected], leaves));
            while (Guarded(() => batches.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult()) is { } batch)
            {
                using (batch)
                {
                    yield return (batch, row);
                    row += batch.Length;
                }
            }
        }
    }

    /// <summary>Number of values that the file claims for a column, an empty list counted as one; at most one for each byte of the file.</summary>
    public long Values(string column)
    {
        var leaves = Guarded(() => Leaves([column]));
        var total = 0L;
        for (var group = 0; group < reader.NumRowGroups; group++)
        {
            var selected = group;
            total += Guarded(() =>
            {
                using var rows = reader.ParquetReader.RowGroup(selected);
                return leaves.Sum(leaf => Math.Clamp(rows.MetaData.GetColumnChunkMetaData(leaf).NumValues, 0, int.MaxValue));
            });
        }

        return Math.Min(total, new FileInfo(FilePath).Length);
    }

    /// <summary>The error for a value.</summary>
    public InputException Wrong(long row, string column, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{FilePath} row {row:N0}, column '{column}': {what}."));

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private int[] Leaves(IReadOnlyCollection<string> columns) =>
        [.. reader.SchemaManifest.SchemaFields.Where(f => columns.Contains(f.Field.Name, StringComparer.Ordinal)).SelectMany(LeavesOf)];

    private static IEnumerable<int> LeavesOf(SchemaField field) =>
        field.Children.Count == 0 ? [field.ColumnIndex] : field.Children.SelectMany(LeavesOf);

    // Whatever the library throws at a damaged file means the same to the user.
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not InputException and not OutOfMemoryException)
        {
            throw new InputException($"{FilePath}: is not a Parquet file, or is cut short or damaged: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
