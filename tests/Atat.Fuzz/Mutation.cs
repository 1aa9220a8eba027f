using System.Buffers.Binary;
using System.Text;

namespace Atat.Fuzz;

/// <summary>Damages a valid file: cut, flipped, overwritten, spliced, or made to lie in its numbers, its names or its cards.</summary>
public static class Mutation
{
    private const int CardSize = 80;

    private static readonly long[] Numbers = [0, 1, -1, 127, 255, 256, 65535, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, 1L << 40, -777];

    private static readonly string[] Texts =
    [
        "nan", "inf", "-1", "0", "1e999", "-1e-999", "9223372036854775807", "18446744073709551616", "-9", "é", "名前", "\0", "\"", "\"\"", ",", "\n", "\r\n", "'", "NULL", "{}", "[]", "null",
        "true", "END", "END:", "OBS:", "SNID:", "VARLIST:", "NAXIS2  =  99999999999999", "XTENSION", "1PE(99999)", "%s%n", "\uFEFF", "   ",
    ];

    /// <summary>A damaged copy.</summary>
    /// <param name="valid">A valid file.</param>
    /// <param name="other">Another file to take pieces from.</param>
    /// <param name="random">Decides.</param>
    public static byte[] Of(byte[] valid, byte[] other, Random random)
    {
        var content = valid;
        for (var rounds = random.Next(5) == 0 ? random.Next(2, 6) : 1; rounds > 0 && content.Length > 0; rounds--)
        {
            content = Once(content, other, random);
        }

        return content;
    }

    private static byte[] Once(byte[] valid, byte[] other, Random random)
    {
        var copy = valid.ToArray();
        var at = random.Next(copy.Length);
        switch (random.Next(11))
        {
            case 0:
                return copy[..at];
            case 1:
                for (var i = random.Next(1, 9); i > 0; i--)
                {
                    copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
                }

                return copy;
            case 2:
                random.NextBytes(copy.AsSpan(at, Math.Min(copy.Length - at, random.Next(1, 33))));
                return copy;
            case 3:
                Digits(copy, random);
                return copy;
            case 4:
                Number(copy.AsSpan(at), random);
                return copy;
            case 5:
                return Splice(copy, at, random.Next(Math.Min(24, copy.Length - at) + 1), Encoding.UTF8.GetBytes(Texts[random.Next(Texts.Length)]));
            case 6:
                return Splice(copy, at, random.Next(copy.Length - at + 1), []);
            case 7:
                return Splice(copy, at, 0, copy[at..(at + random.Next(Math.Min(4096, copy.Length - at) + 1))]);
            case 8:
                return Splice(copy, at, random.Next(Math.Min(256, copy.Length - at) + 1), Piece(other, random));
            case 9:
                Card(copy, random);
                return copy;
            default:
                copy.AsSpan(at, Math.Min(copy.Length - at, random.Next(1, 512))).Fill(random.Next(3) == 0 ? (byte)' ' : (byte)random.Next(256));
                return copy;
        }
    }

    private static byte[] Splice(byte[] content, int at, int removed, byte[] added) => [.. content.AsSpan(0, at), .. added, .. content.AsSpan(at + removed)];

    private static byte[] Piece(byte[] other, Random random)
    {
        var start = random.Next(other.Length);
        return other[start..Math.Min(other.Length, start + random.Next(1, 300))];
    }

    // Numbers in text are where a header lies.
    private static void Digits(byte[] copy, Random random)
    {
        for (var i = 0; i < 40; i++)
        {
            var at = random.Next(copy.Length);
            if (copy[at] is >= (byte)'0' and <= (byte)'9')
            {
                copy[at] = (byte)('0' + random.Next(10));
            }
        }
    }

    private static void Number(Span<byte> target, Random random)
    {
        Span<byte> bytes = stackalloc byte[8];
        var value = Numbers[random.Next(Numbers.Length)];
        if (random.Next(2) == 0)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        }

        var width = 1 << random.Next(4);
        (random.Next(2) == 0 ? bytes[..width] : bytes[^width..])[..Math.Min(width, target.Length)].CopyTo(target);
    }

    // One card of a FITS header blank, gone over by its neighbour, or not ASCII.
    private static void Card(byte[] copy, Random random)
    {
        var cards = copy.Length / CardSize;
        if (cards < 2)
        {
            return;
        }

        var card = copy.AsSpan(random.Next(Math.Min(cards, 200)) * CardSize, CardSize);
        switch (random.Next(3))
        {
            case 0: card.Fill((byte)' '); break;
            case 1: copy.AsSpan(random.Next(cards) * CardSize, CardSize).ToArray().CopyTo(card); break;
            default: card[random.Next(CardSize)] = (byte)random.Next(128, 256); break;
        }
    }
}
