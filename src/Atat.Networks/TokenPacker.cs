using static TorchSharp.torch;

namespace Atat.Networks;

/// <summary>
/// Turns observations in object order into the ragged <see cref="LightCurveTokens"/>. Its buffers serve one batch after the other, so
/// that one packer is for one thread.
/// </summary>
/// <param name="width">Values per observation.</param>
/// <param name="bandCount">Number of passbands.</param>
/// <param name="device">Where the tensors go.</param>
public sealed class TokenPacker(int width, int bandCount, Device device)
{
    private float[] orderedInputs = [];
    private float[] orderedTimes = [];
    private int[] places = [];
    private long[] sequence = [];
    private bool[] visible = [];

    /// <summary>Packs a batch.</summary>
    /// <param name="inputs">(observations, inputs), the observations of one object after those of the other.</param>
    /// <param name="times">(observations): days since the first point of the object's window.</param>
    /// <param name="bands">(observations): passband of each.</param>
    /// <param name="lengths">(objects): observations of each object; 0 is allowed.</param>
    public LightCurveTokens Pack(ReadOnlySpan<float> inputs, ReadOnlySpan<float> times, ReadOnlySpan<byte> bands, ReadOnlySpan<int> lengths)
    {
        var count = times.Length;
        var offsets = Order(inputs, times, bands);
        var longest = 0;
        foreach (var length in lengths)
        {
            longest = Math.Max(longest, length);
        }

        var columns = 1 + longest;
        var slots = lengths.Length * columns;
        Grow(ref sequence, slots);
        Grow(ref visible, slots);
        sequence.AsSpan(0, slots).Clear();
        visible.AsSpan(0, slots).Clear();
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
            HostTensor.Of<float>(orderedInputs.AsSpan(0, count * width), [count, width], ScalarType.Float32, device),
            HostTensor.Of<float>(orderedTimes.AsSpan(0, count), [count], ScalarType.Float32, device),
            offsets,
            HostTensor.Of<long>(sequence.AsSpan(0, slots), [lengths.Length, columns], ScalarType.Int64, device),
            padded ? HostTensor.Of<bool>(visible.AsSpan(0, slots), [lengths.Length, 1, 1, columns], ScalarType.Bool, device) : null);
    }

    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new T[Math.Max(length, 2 * buffer.Length)];
        }
    }

    // By band, keeping the order within each.
    private int[] Order(ReadOnlySpan<float> inputs, ReadOnlySpan<float> times, ReadOnlySpan<byte> bands)
    {
        Grow(ref orderedInputs, inputs.Length);
        Grow(ref orderedTimes, times.Length);
        Grow(ref places, bands.Length);
        var offsets = BandOffsets(bands);
        Span<int> next = stackalloc int[offsets.Length];
        offsets.CopyTo(next);
        for (var i = 0; i < bands.Length; i++)
        {
            var place = next[bands[i]]++;
            places[i] = place;
            orderedTimes[place] = times[i];
            inputs.Slice(i * width, width).CopyTo(orderedInputs.AsSpan(place * width));
        }

        return offsets;
    }

    private int[] BandOffsets(ReadOnlySpan<byte> bands)
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
