using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Atat.LightCurves;

namespace Atat.Forests.Files;

/// <summary>Reads what <see cref="FileWriter"/> writes, and trusts nothing.</summary>
internal sealed class FileReader(byte[] bytes, int start, int end, string source)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int position = start;

    /// <summary>Bytes that are left.</summary>
    public int Left => end - position;

    /// <summary>Reads a byte that is not above a bound.</summary>
    public int Byte(int most, string what) => Within(Take(1)[0], most, what);

    /// <summary>Reads a number of two bytes.</summary>
    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    /// <summary>Reads a number in single precision.</summary>
    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    /// <summary>Reads a number in double precision.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>Reads a number that is not above a bound.</summary>
    public int Count(int most, string what)
    {
        var value = 0L;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var group = Take(1)[0];
            value |= (long)(group & 127) << shift;
            if (group < 128)
            {
                return Within(value, most, what);
            }
        }

        throw Damaged($"a number of {what} has no end");
    }

    /// <summary>Reads 1 to so many different texts.</summary>
    public ImmutableArray<string> Texts(int most, string what)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        for (var count = Count(Math.Min(most, Left), what); count > 0; count--)
        {
            try
            {
                texts.Add(Utf8.GetString(Take(Count(Left, what))));
            }
            catch (ArgumentException)
            {
                throw Damaged($"a name of {what} is no UTF-8");
            }
        }

        return texts.Count > 0 ? texts.ToImmutable() : throw Damaged($"it has no {what}");
    }

    /// <summary>Checks that nothing follows.</summary>
    public void End()
    {
        if (Left > 0)
        {
            throw Damaged($"{Left} bytes follow its end");
        }
    }

    /// <summary>The error for a file that is not as it must be.</summary>
    public InputException Damaged(string why) => new($"{source}: is damaged at byte {position}: {why}; copy or train it again.");

    private int Within(long value, int most, string what) => value <= most ? (int)value : throw Damaged($"{value} {what}, at most {most} can be");

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > Left)
        {
            throw Damaged("it ends too early");
        }

        position += length;
        return bytes.AsSpan(position - length, length);
    }
}
