using System.Globalization;
using Atat.Formats.Schemas;
using Atat.LightCurves;

namespace Atat.Formats.Parquet;

/// <summary>Reads the row groups of a <see cref="CatalogFile"/> into a catalog, and checks everything on the way.</summary>
internal sealed class CatalogReader
{
    private readonly ParquetInput input;
    private readonly CatalogSchema schema;
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

    private IEnumerable<string> Columns => [.. CatalogFile.ObjectColumns, .. schema.Metadata.Select(c => c.Name), .. CatalogFile.ObservationColumns];

    /// <summary>Reads all rows.</summary>
    /// <exception cref="InputException">The file is damaged, or a value is not what it must be.</exception>
    public Catalog Read(IProgress<double>? progress)
    {
        string[] columns = [.. Columns];
        foreach (var column in columns)
        {
            input.Find(column);
        }

        builder.Reserve(input.Values("mjd"));
        foreach (var (batch, firstRow) in input.Read(columns))
        {
            AddRows(new ArrowValues(input, batch, firstRow), batch.Length);
            progress?.Report((double)builder.Count / Math.Max(1, input.RowCount));
        }

        return builder.Build();
    }

    private void AddRows(ArrowValues values, int rows)
    {
        var ids = values.RequiredStrings("object_id");
        var labels = values.Strings("label");
        var rightAscensions = values.Doubles("ra");
        var declinations = values.Doubles("dec");
        var partitions = values.Strings("partition");
        var folds = values.Doubles("fold");
        var metadata = schema.Metadata.Select(c => values.Floats(c.Name)).ToArray();
        var observations = new CatalogBatch(values, input, bandNames);
        var row = new float[metadata.Length];
        for (var i = 0; i < rows; i++)
        {
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = metadata[column][i];
            }

            var fileRow = values.FileRow(i);
            var partition = PartitionNames.Parse(partitions[i])
                ?? throw input.Wrong(fileRow, "partition", $"'{partitions[i]}' is neither train nor test nor null");
            var item = new ObjectRow(ids[i], labels[i], rightAscensions[i], declinations[i], partition, Fold(folds[i], fileRow));
            var lightCurve = observations.LightCurve(i);
            try
            {
                builder.Add(item, row, lightCurve);
            }
            catch (InputException e)
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{input.FilePath} row {fileRow:N0}: {e.Message}"), e);
            }
        }
    }

    private int Fold(double value, long row) =>
        double.IsNaN(value) ? -1
        : value is >= 0 and < int.MaxValue && double.IsInteger(value) ? (int)value
        : throw input.Wrong(row, "fold", string.Create(CultureInfo.InvariantCulture, $"{value} is no fold; folds are 0, 1, 2 …"));
}
