using System.Globalization;
using System.Text;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Formats.Fits;

/// <summary>The keywords of one header of a FITS file (FITS Standard 4.0, section 4), with the HIERARCH convention for long names.</summary>
internal sealed class FitsHeader
{
    internal const int BlockSize = 2880;
    internal const int CardSize = 80;

    /// <summary>A longer header is a sign of a damaged file.</summary>
    private const int MostBlocks = 2000;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly string path;

    private FitsHeader(string path) => this.path = path;

    /// <summary>Bytes of the data that follow the header, fill included.</summary>
    public long DataSize { get; private set; }

    /// <summary>Reads a header; null at the end of the file.</summary>
    /// <exception cref="InputException">The file ends inside the header, or the header is none.</exception>
    public static FitsHeader? Read(Stream stream, string path)
    {
        var header = new FitsHeader(path);
        var block = new byte[BlockSize];
        for (var count = 0; count < MostBlocks; count++)
        {
            var read = InputFile.ReadFully(stream, block, path);
            if (count == 0 && read == 0)
            {
                return null;
            }

            if (count == 0 && !(block.AsSpan().StartsWith("SIMPLE  ="u8) || block.AsSpan().StartsWith("XTENSION"u8)))
            {
                throw new InputException($"{path}: is not a FITS file, or is damaged: no header where one should begin.");
            }

            if (read < BlockSize)
            {
                throw new InputException($"{path}: the file ends inside a header; fetch it again.");
            }

            if (header.AddCards(block))
            {
                header.DataSize = header.ComputeDataSize();
                return header;
            }
        }

        throw new InputException($"{path}: a header without an end; the file is damaged.");
    }

    /// <summary>A text value without its trailing blanks, or null where there is none.</summary>
    public string? Text(string keyword)
    {
        if (!values.TryGetValue(keyword, out var value) || !value.StartsWith('\''))
        {
            return null;
        }

        var text = new StringBuilder();
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] == '\'' && (i + 1 == value.Length || value[++i] != '\''))
            {
                break;
            }

            text.Append(value[i]);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A whole number, or null where there is none.</summary>
    /// <exception cref="InputException">The value is something else.</exception>
    public long? Integer(string keyword) => Number(keyword) switch
    {
        null => null,
        { } value when double.IsInteger(value) && Math.Abs(value) < 1L << 53 => (long)value,
        _ => throw new InputException($"{path}: keyword {keyword} has the value {values[keyword].Trim()}, should be a whole number; the file is damaged."),
    };

    /// <summary>A whole number that must be there, and is not negative.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public long Count(string keyword) =>
        Integer(keyword) is { } value and >= 0
            ? value
            : throw new InputException($"{path}: keyword {keyword} is missing or negative; the file is damaged.");

    /// <summary>A number, or null where there is none.</summary>
    /// <exception cref="InputException">The value is something else.</exception>
    public double? Number(string keyword)
    {
        if (!values.TryGetValue(keyword, out var value))
        {
            return null;
        }

        // The exponent may be written with a D.
        var number = value.Split('/')[0].Trim().Replace('D', 'E');
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : throw new InputException($"{path}: keyword {keyword} has the value '{number}', should be a number; the file is damaged.");
    }

    // Returns whether the block held the END card.
    private bool AddCards(ReadOnlySpan<byte> block)
    {
        const string hierarch = "HIERARCH ";
        for (var start = 0; start < block.Length; start += CardSize)
        {
            var card = Encoding.Latin1.GetString(block.Slice(start, CardSize));
            var keyword = card[..8].TrimEnd();
            if (keyword == "END")
            {
                return true;
            }

            var equals = card.StartsWith(hierarch, StringComparison.Ordinal) ? card.IndexOf('=', StringComparison.Ordinal) : 8;
            if (equals > hierarch.Length)
            {
                keyword = card[hierarch.Length..equals].Trim();
            }

            if (equals >= 8 && card[equals] == '=')
            {
                values.TryAdd(keyword, card[(equals + 1)..].TrimStart());
            }
        }

        return false;
    }

    private long ComputeDataSize()
    {
        var axes = Count("NAXIS");
        if (axes == 0)
        {
            return 0;
        }

        Int128 elements = 1;
        for (var axis = 1; axis <= Math.Min(axes, 999); axis++)
        {
            elements = Int128.Min(elements * Count($"NAXIS{axis}"), long.MaxValue);
        }

        var bits = Math.Abs(Integer("BITPIX") ?? 8);
        var size = (elements + (Integer("PCOUNT") ?? 0)) * (Integer("GCOUNT") ?? 1) * bits / 8;
        var blocks = (size + BlockSize - 1) / BlockSize;
        return size >= 0 && blocks * BlockSize <= long.MaxValue
            ? (long)(blocks * BlockSize)
            : throw new InputException($"{path}: a header claims data of an impossible size; the file is damaged.");
    }
}
