using System.Globalization;
using Atat.LightCurves;

namespace Atat.Formats.Parquet;

/// <summary>The objects of one record batch of a catalog file.</summary>
internal sealed class CatalogRows
{
    private readonly ArrowValues values;
    private readonly ParquetInput input;
    private readonly string[] ids;
    private readonly string?[] labels;
    private readonly double[] rightAscensions;
    private readonly double[] declinations;
    private readonly string?[] partitions;
    private readonly double[] folds;
    private readonly float[][] metadata;
    private readonly float[] metadataOfRow;
    private readonly CatalogBatch observations;

    /// <summary>Takes the columns of a batch.</summary>
    /// <exception cref="InputException">A column holds something else than it must.</exception>
    public CatalogRows(ArrowValues values, ParquetInput input, CatalogSchema schema, string[] bandNames)
    {
        this.values = values;
        this.input = input;
        ids = values.RequiredStrings("object_id");
        labels = values.Strings("label");
        rightAscensions = values.Doubles("ra");
        declinations = values.Doubles("dec");
        partitions = values.Strings("partition");
        folds = values.Doubles("fold");
        metadata = [.. schema.Metadata.Select(c => values.Floats(c.Name))];
        metadataOfRow = new float[metadata.Length];
        observations = new CatalogBatch(values, input, bandNames);
    }

    /// <summary>Identifier of a row of the batch.</summary>
    public string Id(int row) => ids[row];

    /// <summary>Adds the object of a row of the batch.</summary>
    /// <exception cref="InputException">A value is not what it must be; names row and column.</exception>
    public void AddTo(CatalogBuilder builder, int row)
    {
        for (var column = 0; column < metadata.Length; column++)
        {
            metadataOfRow[column] = metadata[column][row];
        }

        var fileRow = values.FileRow(row);
        var partition = PartitionNames.Parse(partitions[row])
            ?? throw input.Wrong(fileRow, "partition", $"'{partitions[row]}' is neither train nor test nor null");
        var item = new ObjectRow(ids[row], labels[row], rightAscensions[row], declinations[row], partition, Fold(folds[row], fileRow));
        var lightCurve = observations.LightCurve(row);
        try
        {
            builder.Add(item, metadataOfRow, lightCurve);
        }
        catch (InputException e)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{input.FilePath} row {fileRow:N0}: {e.Message}"), e);
        }
    }

    private int Fold(double value, long row) =>
        double.IsNaN(value) ? -1
        : value is >= 0 and < int.MaxValue && double.IsInteger(value) ? (int)value
        : throw input.Wrong(row, "fold", string.Create(CultureInfo.InvariantCulture, $"{value} is no fold; folds are 0, 1, 2 …"));
}
