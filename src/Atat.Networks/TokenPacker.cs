using static TorchSharp.torch;

namespace Atat.Networks;

/// <summary>Turns observations in object order into the ragged <see cref="LightCurveTokens"/>.</summary>
public static class TokenPacker
{
    /// <summary>Packs a batch.</summary>
    /// <param name="inputs">(observations, inputs), the observations of one object after those of the other.</param>
    /// <param name="times">(observations): days since the first point of the object's window.</param>
    /// <param name="bands">(observations): passband of each.</param>
    /// <param name="lengths">(objects): observations of each object; 0 is allowed.</param>
    /// <param name="width">Values per observation.</param>
    /// <param name="bandCount">Number of passbands.</param>
    /// <param name="device">Where the tensors go.</param>
    public static LightCurveTokens Pack(ReadOnlySpan<float> inputs, ReadOnlySpan<float> times, ReadOnlySpan<byte> bands, ReadOnlySpan<int> lengths, int width, int bandCount, Device device)
    {
        var offsets = BandOffsets(bands, bandCount);
        var next = offsets.ToArray();
        var places = new int[bands.Length];
        var orderedInputs = new float[inputs.Length];
        var orderedTimes = new float[times.Length];
        for (var i = 0; i < bands.Length; i++)
        {
            var place = next[bands[i]]++;
            places[i] = place;
            orderedTimes[place] = times[i];
            inputs.Slice(i * width, width).CopyTo(orderedInputs.AsSpan(place * width));
        }

        var longest = 0;
        foreach (var length in lengths)
        {
            longest = Math.Max(longest, length);
        }

        var columns = 1 + longest;
        var sequence = new long[lengths.Length * columns];
        var visible = new bool[sequence.Length];
        var padded = false;
        var source = 0;
        for (var o = 0; o < lengths.Length; o++)
        {
            var row = o * columns;
            visible.AsSpan(row, 1 + lengths[o]).Fill(value: true);
            padded |= lengths[o] < longest;
            for (var j = 1; j <= lengths[o]; j++)
            {
                sequence[row + j] = places[source++] + 1;
            }
        }

        return new LightCurveTokens(
            tensor(orderedInputs, [times.Length, width], device: device),
            tensor(orderedTimes, [times.Length], device: device),
            offsets,
            tensor(sequence, [lengths.Length, columns], device: device),
            padded ? tensor(visible, [lengths.Length, 1, 1, columns], device: device) : null);
    }

    private static int[] BandOffsets(ReadOnlySpan<byte> bands, int bandCount)
    {
        var offsets = new int[bandCount + 1];
        foreach (var band in bands)
        {
            offsets[band + 1]++;
        }

        for (var band = 0; band < bandCount; band++)
        {
            offsets[band + 1] += offsets[band];
        }

        return offsets;
    }
}
