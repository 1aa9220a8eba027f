using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Atat.Forests.Files;

/// <summary>Writes numbers and texts, little-endian, through a buffer.</summary>
internal sealed class FileWriter(HashingStream stream)
{
    private readonly byte[] buffer = new byte[1 << 16];
    private int count;

    /// <summary>Writes bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            Byte(value);
        }
    }

    /// <summary>Writes a byte.</summary>
    public void Byte(int value) => Room(1)[0] = (byte)value;

    /// <summary>Writes a number of two bytes.</summary>
    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Room(sizeof(ushort)), value);

    /// <summary>Writes a number in single precision.</summary>
    public void Single(float value) => BinaryPrimitives.WriteSingleLittleEndian(Room(sizeof(float)), value);

    /// <summary>Writes a number in double precision.</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);

    /// <summary>Writes a number of 0 or more in groups of seven bits, the lowest first.</summary>
    public void Count(int value)
    {
        var left = (uint)value;
        for (; left >= 128; left >>= 7)
        {
            Byte((int)(left & 127) | 128);
        }

        Byte((int)left);
    }

    /// <summary>Writes texts, after their number each with its length before it, in UTF-8.</summary>
    public void Texts(ImmutableArray<string> texts)
    {
        Count(texts.Length);
        foreach (var bytes in texts.Select(Encoding.UTF8.GetBytes))
        {
            Count(bytes.Length);
            Bytes(bytes);
        }
    }

    /// <summary>Passes on what is in the buffer.</summary>
    public void Flush()
    {
        stream.Write(buffer.AsSpan(0, count));
        count = 0;
    }

    private Span<byte> Room(int length)
    {
        if (count + length > buffer.Length)
        {
            Flush();
        }

        count += length;
        return buffer.AsSpan(count - length, length);
    }
}
