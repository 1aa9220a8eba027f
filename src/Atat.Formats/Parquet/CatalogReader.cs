using Atat.Formats.Schemas;
using Atat.LightCurves;

namespace Atat.Formats.Parquet;

/// <summary>Reads the row groups of a <see cref="CatalogFile"/> into a catalog, and checks everything on the way.</summary>
internal sealed class CatalogReader
{
    private readonly ParquetInput input;
    private readonly CatalogSchema schema;
    private readonly HashSet<string> idsOfParts = new(StringComparer.Ordinal);
    private readonly CatalogBuilder builder;
    private readonly string[] bandNames;

    /// <summary>Reads the schema.</summary>
    /// <exception cref="InputException">The file has none, or not the columns it tells of.</exception>
    public CatalogReader(ParquetInput input)
    {
        this.input = input;
        if (!input.KeyValues.TryGetValue(CatalogFile.SchemaKey, out var json))
        {
            throw new InputException($"{input.FilePath}: has no '{CatalogFile.SchemaKey}' in its metadata, so it is not a catalog of this program; make one with import, or keep the metadata when you rewrite a catalog.");
        }

        schema = CatalogSchemaJson.Read(json, input.FilePath);
        builder = new CatalogBuilder(schema);
        bandNames = [.. schema.Passbands.Select(b => b.Name)];
    }

    /// <summary>What all objects have in common.</summary>
    public CatalogSchema Schema => schema;

    private IEnumerable<string> Columns => [.. CatalogFile.ObjectColumns, .. schema.Metadata.Select(c => c.Name), .. CatalogFile.ObservationColumns];

    /// <summary>Reads all rows.</summary>
    /// <exception cref="InputException">The file is damaged, or a value is not what it must be.</exception>
    public Catalog Read(IProgress<double>? progress)
    {
        var columns = FoundColumns();
        builder.Reserve(input.Values("mjd"));
        foreach (var (batch, firstRow) in input.Read(columns))
        {
            var rows = new CatalogRows(new ArrowValues(input, batch, firstRow), input, schema, bandNames);
            for (var i = 0; i < batch.Length; i++)
            {
                rows.AddTo(builder, i);
            }

            progress?.Report((double)builder.Count / Math.Max(1, input.RowCount));
        }

        return builder.Build();
    }

    /// <summary>Reads all rows, so many at a time.</summary>
    /// <exception cref="InputException">The file is damaged, or a value is not what it must be.</exception>
    public IEnumerable<Catalog> ReadParts(int objectsPerPart)
    {
        foreach (var (batch, firstRow) in input.Read(FoundColumns()))
        {
            var rows = new CatalogRows(new ArrowValues(input, batch, firstRow), input, schema, bandNames);
            for (var i = 0; i < batch.Length; i++)
            {
                rows.AddTo(builder, i);
                if (!idsOfParts.Add(rows.Id(i)))
                {
                    throw input.Wrong(firstRow + i, "object_id", $"object '{rows.Id(i)}' stands twice; identifiers must be unique in a catalog");
                }

                if (builder.Count == objectsPerPart)
                {
                    yield return builder.Build();
                }
            }
        }

        if (builder.Count > 0)
        {
            yield return builder.Build();
        }
    }

    private string[] FoundColumns()
    {
        string[] columns = [.. Columns];
        foreach (var column in columns)
        {
            input.Find(column);
        }

        return columns;
    }
}
