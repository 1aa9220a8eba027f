using Atat.Networks.Representation;
using static TorchSharp.torch;

namespace Atat.Training.Representation.Data;

/// <summary>Labelled time series of a data set, packed: the observations of series <c>i</c> stand from <c>Offsets[i]</c> up to <c>Offsets[i + 1]</c>.</summary>
/// <param name="Ids">(series): identifiers.</param>
/// <param name="Labels">(series): 0-based class, -1 where unlabelled.</param>
/// <param name="Offsets">(series + 1).</param>
/// <param name="Values">(observations).</param>
/// <param name="Times">(observations), of 0 to 1, ascending within a series.</param>
/// <param name="Bands">(observations): 0-based band; empty for sets of one band.</param>
/// <param name="Variances">(observations): variance of each value; empty where it is not known.</param>
public sealed record SeriesSet(string[] Ids, int[] Labels, int[] Offsets, float[] Values, float[] Times, byte[] Bands, float[] Variances)
{
    /// <summary>Number of series.</summary>
    public int Count => Ids.Length;

    /// <summary>Observations of a series.</summary>
    public int Length(int index) => Offsets[index + 1] - Offsets[index];

    /// <summary>Some of the series as a batch.</summary>
    /// <param name="rows">Which.</param>
    /// <param name="device">Where the tensors go.</param>
    public Series Pack(ReadOnlySpan<int> rows, Device device)
    {
        var lengths = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            lengths[i] = Length(rows[i]);
        }

        return SeriesPacker.Pack(
            Gather<float>(Values, rows, lengths), Gather<float>(Times, rows, lengths), Gather<byte>(Bands, rows, lengths), Gather<float>(Variances, rows, lengths), lengths, device);
    }

    /// <summary>Labels of some of the series, int64.</summary>
    public Tensor LabelsOf(ReadOnlySpan<int> rows, Device device)
    {
        var labels = new long[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            labels[i] = Labels[rows[i]];
        }

        return tensor(labels, device: device);
    }

    /// <summary>Some of the series as a set of their own.</summary>
    public SeriesSet Select(ReadOnlySpan<int> rows)
    {
        var (ids, labels, offsets) = (new string[rows.Length], new int[rows.Length], new int[rows.Length + 1]);
        var lengths = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            (ids[i], labels[i], lengths[i]) = (Ids[rows[i]], Labels[rows[i]], Length(rows[i]));
            offsets[i + 1] = offsets[i] + lengths[i];
        }

        return new(ids, labels, offsets, Gather<float>(Values, rows, lengths), Gather<float>(Times, rows, lengths), Gather<byte>(Bands, rows, lengths), Gather<float>(Variances, rows, lengths));
    }

    private T[] Gather<T>(T[] column, ReadOnlySpan<int> rows, ReadOnlySpan<int> lengths)
    {
        if (column.Length == 0)
        {
            return [];
        }

        var total = 0;
        foreach (var length in lengths)
        {
            total += length;
        }

        var gathered = new T[total];
        var at = 0;
        foreach (var row in rows)
        {
            column.AsSpan(Offsets[row]..Offsets[row + 1]).CopyTo(gathered.AsSpan(at));
            at += Length(row);
        }

        return gathered;
    }
}
