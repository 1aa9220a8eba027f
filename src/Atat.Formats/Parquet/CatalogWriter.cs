using Apache.Arrow;
using Apache.Arrow.Types;
using Atat.Formats.Schemas;
using Atat.LightCurves;

namespace Atat.Formats.Parquet;

/// <summary>Writes the row groups of a <see cref="CatalogFile"/>.</summary>
internal static class CatalogWriter
{
    // Small enough for a reader to hold a few, large enough to compress well.
    private const int ObjectsPerGroup = 20_000;
    private const int ObservationsPerGroup = 4_000_000;

    /// <summary>Writes a catalog that comes in parts.</summary>
    public static void Write(string path, CatalogSchema schema, IEnumerable<Catalog> parts, IProgress<double>? progress)
    {
        CheckNames(schema);
        var columns = SchemaOf(schema);
        ParquetOutput.Write(path, columns, ["label", "partition", "band.list.element"], parts.SelectMany(part => Batches(part, columns, progress)));
    }

    private static void CheckNames(CatalogSchema schema)
    {
        var taken = new HashSet<string>([.. CatalogFile.ObjectColumns, .. CatalogFile.ObservationColumns], StringComparer.Ordinal);
        foreach (var column in schema.Metadata)
        {
            if (!taken.Add(column.Name))
            {
                throw new InputException($"Metadata column '{column.Name}' has the name of another column of the catalog; give it another name.");
            }
        }
    }

    private static Schema SchemaOf(CatalogSchema schema)
    {
        var builder = new Schema.Builder()
            .Field(new Field("object_id", StringType.Default, nullable: false))
            .Field(new Field("label", StringType.Default, nullable: true))
            .Field(new Field("ra", DoubleType.Default, nullable: true))
            .Field(new Field("dec", DoubleType.Default, nullable: true))
            .Field(new Field("partition", StringType.Default, nullable: true))
            .Field(new Field("fold", Int32Type.Default, nullable: true));
        foreach (var column in schema.Metadata)
        {
            builder.Field(new Field(column.Name, FloatType.Default, nullable: true));
        }

        foreach (var (name, type) in CatalogFile.ObservationColumns.Zip<string, IArrowType>(
            [DoubleType.Default, StringType.Default, FloatType.Default, FloatType.Default, BooleanType.Default, BooleanType.Default]))
        {
            builder.Field(new Field(name, new ListType(new Field("element", type, nullable: true)), nullable: false));
        }

        return builder.Metadata(CatalogFile.SchemaKey, CatalogSchemaJson.Write(schema)).Build();
    }

    private static IEnumerable<RecordBatch> Batches(Catalog catalog, Schema schema, IProgress<double>? progress)
    {
        for (var start = 0; start < catalog.Count;)
        {
            var end = GroupEnd(catalog, start);
            yield return new RecordBatch(schema, Columns(catalog, start, end), end - start);
            progress?.Report((double)end / catalog.Count);
            start = end;
        }
    }

    private static int GroupEnd(Catalog catalog, int start)
    {
        var end = start + 1;
        while (end < catalog.Count && end - start < ObjectsPerGroup && catalog.Offsets[end + 1] - catalog.Offsets[start] <= ObservationsPerGroup)
        {
            end++;
        }

        return end;
    }

    private static List<IArrowArray> Columns(Catalog catalog, int start, int end)
    {
        var objects = start..end;
        var columns = new List<IArrowArray>
        {
            ArrowColumns.Strings(catalog.Ids[objects]),
            ArrowColumns.Strings(catalog.Labels[objects]),
            ArrowColumns.Doubles(catalog.RightAscensions[objects], nullIfNaN: true),
            ArrowColumns.Doubles(catalog.Declinations[objects], nullIfNaN: true),
            ArrowColumns.Strings([.. catalog.Partitions[objects].ToArray().Select(PartitionNames.NameOf)]),
            ArrowColumns.NonNegative(catalog.Folds[objects]),
        };
        var width = catalog.Schema.Metadata.Length;
        var values = new float[end - start];
        for (var column = 0; column < width; column++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = catalog.Metadata[((start + i) * width) + column];
            }

            columns.Add(ArrowColumns.Floats(values, nullIfNaN: true));
        }

        AddObservations(columns, catalog, start, end);
        return columns;
    }

    private static void AddObservations(List<IArrowArray> columns, Catalog catalog, int start, int end)
    {
        var observations = catalog.Offsets[start]..catalog.Offsets[end];
        var offsets = catalog.Offsets[start..(end + 1)].ToArray();
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] -= observations.Start.Value;
        }

        var all = catalog.Observations;
        string[] bands = [.. catalog.Schema.Passbands.Select(b => b.Name)];
        columns.Add(ArrowColumns.Lists(offsets, ArrowColumns.Doubles(all.Mjd[observations])));
        columns.Add(ArrowColumns.Lists(offsets, ArrowColumns.Names(all.Band[observations], bands)));
        columns.Add(ArrowColumns.Lists(offsets, ArrowColumns.Floats(all.Flux[observations])));
        columns.Add(ArrowColumns.Lists(offsets, ArrowColumns.Floats(all.FluxError[observations])));
        columns.Add(ArrowColumns.Lists(offsets, ArrowColumns.Booleans(all.Detected[observations])));
        columns.Add(ArrowColumns.Lists(offsets, ArrowColumns.Booleans(all.Saturated[observations])));
    }
}
