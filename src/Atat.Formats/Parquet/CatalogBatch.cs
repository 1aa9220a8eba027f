using System.Globalization;
using Apache.Arrow;
using Atat.LightCurves;

namespace Atat.Formats.Parquet;

/// <summary>The observations of one record batch of a catalog file.</summary>
internal sealed class CatalogBatch
{
    private readonly ArrowValues values;
    private readonly ParquetInput input;
    private readonly string[] bandNames;
    private readonly (IArrowArray Values, int[] Offsets)[] lists;
    private readonly double[] mjd;
    private readonly int[] bandIndices;
    private readonly float[] flux;
    private readonly float[] fluxError;
    private readonly bool[] detected;
    private readonly bool[] saturated;
    private byte[] bands = [];

    /// <summary>Takes the list columns of a batch.</summary>
    /// <exception cref="InputException">A column holds something else than it must.</exception>
    public CatalogBatch(ArrowValues values, ParquetInput input, string[] bandNames)
    {
        this.values = values;
        this.input = input;
        this.bandNames = bandNames;
        lists = [.. CatalogFile.ObservationColumns.Select(values.Lists)];
        mjd = values.DoubleElements("mjd", lists[0].Values);
        bandIndices = values.NameElements("band", lists[1].Values, bandNames);
        flux = values.FloatElements("flux", lists[2].Values);
        fluxError = values.FloatElements("flux_err", lists[3].Values);
        detected = values.BooleanElements("detected", lists[4].Values);
        saturated = values.BooleanElements("saturated", lists[5].Values);
    }

    /// <summary>The light curve of a row of the batch; valid until the next is asked for.</summary>
    /// <exception cref="InputException">Its lists have different lengths, or it has an unknown band.</exception>
    public LightCurve LightCurve(int row)
    {
        var length = Range(0, row).Length;
        for (var column = 1; column < lists.Length; column++)
        {
            if (Range(column, row).Length != length)
            {
                throw input.Wrong(values.FileRow(row), CatalogFile.ObservationColumns[column], string.Create(CultureInfo.InvariantCulture, $"has {Range(column, row).Length} elements, but 'mjd' has {length}; all lists of a row must be equally long"));
            }
        }

        return new LightCurve(
            Slice(mjd, 0, row),
            Slice(flux, 2, row),
            Slice(fluxError, 3, row),
            Bands(row),
            Slice(detected, 4, row),
            Slice(saturated, 5, row));
    }

    private (int Start, int Length) Range(int column, int row)
    {
        var offsets = lists[column].Offsets;
        return (offsets[row], offsets[row + 1] - offsets[row]);
    }

    private ReadOnlySpan<T> Slice<T>(T[] elements, int column, int row)
    {
        var (start, length) = Range(column, row);
        return elements.AsSpan(start, length);
    }

    private ReadOnlySpan<byte> Bands(int row)
    {
        var indices = Slice(bandIndices, 1, row);
        if (bands.Length < indices.Length)
        {
            bands = new byte[indices.Length * 2];
        }

        for (var i = 0; i < indices.Length; i++)
        {
            bands[i] = indices[i] >= 0
                ? (byte)indices[i]
                : throw input.Wrong(values.FileRow(row), "band", $"element {i + 1} is no passband of the survey, which has {string.Join(' ', bandNames)}");
        }

        return bands.AsSpan(0, indices.Length);
    }
}
