using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Atat.Formats.Parquet;

/// <summary>Makes Arrow columns of plain values.</summary>
internal static class ArrowColumns
{
    /// <summary>Strings; null stays null.</summary>
    public static StringArray Strings(ReadOnlySpan<string?> values)
    {
        var builder = new StringArray.Builder().Reserve(values.Length);
        foreach (var value in values)
        {
            builder.Append(value);
        }

        return builder.Build();
    }

    /// <summary>Doubles; NaN becomes null where that is asked for.</summary>
    public static DoubleArray Doubles(ReadOnlySpan<double> values, bool nullIfNaN = false)
    {
        var (validity, nulls) = nullIfNaN ? Validity(values, double.IsNaN) : (ArrowBuffer.Empty, 0);
        return new DoubleArray(Buffer(values), validity, values.Length, nulls, 0);
    }

    /// <summary>Floats; NaN becomes null where that is asked for.</summary>
    public static FloatArray Floats(ReadOnlySpan<float> values, bool nullIfNaN = false)
    {
        var (validity, nulls) = nullIfNaN ? Validity(values, float.IsNaN) : (ArrowBuffer.Empty, 0);
        return new FloatArray(Buffer(values), validity, values.Length, nulls, 0);
    }

    /// <summary>Integers; a negative one becomes null.</summary>
    public static Int32Array NonNegative(ReadOnlySpan<int> values)
    {
        var (validity, nulls) = Validity(values, int.IsNegative);
        return new Int32Array(Buffer(values), validity, values.Length, nulls, 0);
    }

    /// <summary>Truth values.</summary>
    public static BooleanArray Booleans(ReadOnlySpan<bool> values)
    {
        var bits = new byte[(values.Length + 7) / 8];
        for (var i = 0; i < values.Length; i++)
        {
            bits[i >> 3] |= (byte)((values[i] ? 1 : 0) << (i & 7));
        }

        return new BooleanArray(new ArrowBuffer(bits), ArrowBuffer.Empty, values.Length, 0, 0);
    }

    /// <summary>Names by their index, as in a list of bands.</summary>
    public static StringArray Names(ReadOnlySpan<byte> indices, IReadOnlyList<string> names)
    {
        var encoded = names.Select(System.Text.Encoding.UTF8.GetBytes).ToArray();
        var ends = new int[indices.Length + 1];
        for (var i = 0; i < indices.Length; i++)
        {
            ends[i + 1] = checked(ends[i] + encoded[indices[i]].Length);
        }

        var characters = new byte[ends[^1]];
        for (var i = 0; i < indices.Length; i++)
        {
            encoded[indices[i]].CopyTo(characters, ends[i]);
        }

        return new StringArray(indices.Length, Buffer<int>(ends), new ArrowBuffer(characters), ArrowBuffer.Empty, 0, 0);
    }

    /// <summary>Lists: list i has the values from offset i up to offset i + 1; the first offset is 0.</summary>
    public static ListArray Lists(ReadOnlySpan<int> offsets, IArrowArray values) => new(
        new ListType(new Field("element", values.Data.DataType, nullable: true)), offsets.Length - 1, Buffer(offsets), values, ArrowBuffer.Empty);

    private static ArrowBuffer Buffer<T>(ReadOnlySpan<T> values)
        where T : unmanaged =>
        new(MemoryMarshal.AsBytes(values).ToArray());

    private static (ArrowBuffer Validity, int Nulls) Validity<T>(ReadOnlySpan<T> values, Func<T, bool> isNull)
    {
        var bits = new byte[(values.Length + 7) / 8];
        var nulls = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (isNull(values[i]))
            {
                nulls++;
            }
            else
            {
                bits[i >> 3] |= (byte)(1 << (i & 7));
            }
        }

        return nulls == 0 ? (ArrowBuffer.Empty, 0) : (new ArrowBuffer(bits), nulls);
    }
}
