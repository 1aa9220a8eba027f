using static TorchSharp.torch;

namespace Atat.Networks.Representation;

/// <summary>Makes <see cref="Series"/> of plain observations.</summary>
public static class SeriesPacker
{
    /// <summary>Packs a batch; the observations of an object are put in order of time.</summary>
    /// <param name="values">(observations), those of one object after those of the other.</param>
    /// <param name="times">(observations).</param>
    /// <param name="bands">(observations); empty for a set of one band.</param>
    /// <param name="variances">(observations); empty where they are not known.</param>
    /// <param name="lengths">(objects): observations of each object; 0 is allowed.</param>
    /// <param name="device">Where the tensors go.</param>
    /// <exception cref="ArgumentException">The lists do not fit each other, or a number in them is not finite.</exception>
    public static Series Pack(
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> times,
        ReadOnlySpan<byte> bands,
        ReadOnlySpan<float> variances,
        ReadOnlySpan<int> lengths,
        Device device)
    {
        var longest = 0;
        var total = 0;
        foreach (var length in lengths)
        {
            longest = Math.Max(longest, length);
            total += length;
        }

        RequireLength(values.Length, total, nameof(values));
        RequireLength(times.Length, total, nameof(times));
        RequireLength(bands.Length, bands.IsEmpty ? 0 : total, nameof(bands));
        RequireLength(variances.Length, variances.IsEmpty ? 0 : total, nameof(variances));
        RequireFinite(values, nameof(values));
        RequireFinite(times, nameof(times));
        RequireFinite(variances, nameof(variances));

        var order = new int[total];
        var places = new int[total];
        Order(times, lengths, longest, order, places);
        long[] shape = [lengths.Length, longest];
        var slots = lengths.Length * longest;
        var mask = new bool[slots];
        Array.ForEach(places, place => mask[place] = true);
        return new(
            Spread(values, order, places, slots, shape, device),
            new(
                Spread(times, order, places, slots, shape, device),
                bands.IsEmpty ? null : HostTensor.Of<long>(SpreadBands(bands, order, places, slots), shape, ScalarType.Int64, device),
                total == slots ? null : HostTensor.Of<bool>(mask, shape, ScalarType.Bool, device)),
            variances.IsEmpty ? null : Spread(variances, order, places, slots, shape, device));
    }

    // The observations by object and time, and the slot that each of them goes to.
    private static void Order(ReadOnlySpan<float> times, ReadOnlySpan<int> lengths, int longest, Span<int> order, Span<int> places)
    {
        var keys = times.ToArray();
        var start = 0;
        for (var o = 0; o < lengths.Length; o++)
        {
            var end = start + lengths[o];
            for (var i = start; i < end; i++)
            {
                order[i] = i;
                places[i] = (o * longest) + i - start;
            }

            keys.AsSpan(start..end).Sort(order[start..end]);
            start = end;
        }
    }

    private static Tensor Spread(ReadOnlySpan<float> from, int[] order, int[] places, int slots, long[] shape, Device device)
    {
        var to = new float[slots];
        for (var i = 0; i < order.Length; i++)
        {
            to[places[i]] = from[order[i]];
        }

        return HostTensor.Of<float>(to, shape, ScalarType.Float32, device);
    }

    private static long[] SpreadBands(ReadOnlySpan<byte> from, int[] order, int[] places, int slots)
    {
        var to = new long[slots];
        for (var i = 0; i < order.Length; i++)
        {
            to[places[i]] = from[order[i]];
        }

        return to;
    }

    private static void RequireLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"There are {length} {name} for {expected} observations.", name);
        }
    }

    private static void RequireFinite(ReadOnlySpan<float> numbers, string name)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!float.IsFinite(numbers[i]))
            {
                throw new ArgumentException($"Number {i} of the {name} is {numbers[i]}; leave such observations out.", name);
            }
        }
    }
}
