using Apache.Arrow;
using Apache.Arrow.Types;
using Atat.Formats.Parquet;

namespace Atat.Formats.FeatureTables;

/// <summary>Writes the row groups of a <see cref="FeatureFile"/>: parts are gathered, so that the file's footer stays small however small they are.</summary>
internal static class FeatureRowGroups
{
    private const int ValuesPerGroup = 1 << 23;

    /// <summary>Writes a table that comes in parts.</summary>
    public static void Write(string path, FeatureSet set, IEnumerable<FeatureTable> parts)
    {
        var builder = new Schema.Builder()
            .Field(new Field(FeatureFile.ObjectId, StringType.Default, nullable: false))
            .Field(new Field(FeatureFile.Day, DoubleType.Default, nullable: false));
        foreach (var name in set.Features)
        {
            builder.Field(new Field(name, DoubleType.Default, nullable: true));
        }

        var schema = builder.Metadata(FeatureFile.SetKey, FeatureSetJson.Write(set)).Build();
        var rows = Math.Clamp(ValuesPerGroup / Math.Max(1, set.Features.Length), 1 << 10, 1 << 17);
        ParquetOutput.Write(path, schema, [FeatureFile.Day], Groups(schema, rows, parts));
    }

    private static IEnumerable<RecordBatch> Groups(Schema schema, int rows, IEnumerable<FeatureTable> parts)
    {
        string[] ids = [];
        double[] days = [];
        var columns = new double[schema.FieldsList.Count - 2][];
        var count = 0;
        foreach (var part in parts)
        {
            // As much as is there, not a whole group for a table of a few rows.
            Reserve(ref ids, ref days, columns, count, Math.Min(rows, count + part.Count));
            for (var start = 0; start < part.Count;)
            {
                var length = Math.Min(rows - count, part.Count - start);
                System.Array.Copy(part.ObjectIds, start, ids, count, length);
                System.Array.Copy(part.Days, start, days, count, length);
                for (var column = 0; column < columns.Length; column++)
                {
                    System.Array.Copy(part.Columns[column], start, columns[column], count, length);
                }

                start += length;
                count += length;
                if (count == rows)
                {
                    yield return Group(schema, ids, days, columns, count);
                    count = 0;
                }
            }
        }

        if (count > 0)
        {
            yield return Group(schema, ids, days, columns, count);
        }
    }

    private static void Reserve(ref string[] ids, ref double[] days, double[][] columns, int count, int length)
    {
        if (ids.Length >= length)
        {
            return;
        }

        length = Math.Max(length, 2 * count);
        System.Array.Resize(ref ids, length);
        System.Array.Resize(ref days, length);
        for (var column = 0; column < columns.Length; column++)
        {
            System.Array.Resize(ref columns[column], length);
        }
    }

    private static RecordBatch Group(Schema schema, string[] ids, double[] days, double[][] columns, int count) => new(
        schema,
        [ArrowColumns.Strings(ids.AsSpan(0, count)), ArrowColumns.Doubles(days.AsSpan(0, count)), .. columns.Select(c => ArrowColumns.Doubles(c.AsSpan(0, count), nullIfNaN: true))],
        count);
}
