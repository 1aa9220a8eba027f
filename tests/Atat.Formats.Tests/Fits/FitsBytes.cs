using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Atat.Formats.Tests.Fits;

/// <summary>Makes FITS files with one binary table, byte by byte.</summary>
public static class FitsBytes
{
    private const int BlockSize = 2880;
    private const int CardSize = 80;

    /// <summary>A file with a primary header of the given cards, and a table.</summary>
    /// <param name="primary">Cards such as <c>SURVEY  = 'LSST'</c>, beyond those that every header has.</param>
    /// <param name="columns">Name and TFORM of each column.</param>
    /// <param name="rows">Cells: string, int, long, float, double, byte.</param>
    /// <param name="extra">More cards of the table's header; a later card with the same keyword does not count.</param>
    public static byte[] Table(string[] primary, (string Name, string Form)[] columns, object[][] rows, params string[] extra)
    {
        var data = rows.SelectMany(row => row.Zip(columns, (cell, column) => Cell(cell, column.Form)).SelectMany(bytes => bytes)).ToArray();
        var width = columns.Sum(column => Width(column.Form));
        string[] table =
        [
            .. extra,
            "XTENSION= 'BINTABLE'", "BITPIX  = 8", "NAXIS   = 2", $"NAXIS1  = {width}", $"NAXIS2  = {rows.Length}", "PCOUNT  = 0", "GCOUNT  = 1", $"TFIELDS = {columns.Length}",
            .. columns.SelectMany((column, i) => new[] { $"TTYPE{i + 1,-3}= '{column.Name}'", $"TFORM{i + 1,-3}= '{column.Form}'" }),
        ];
        return
        [
            .. Header(["SIMPLE  = T", "BITPIX  = -32", "NAXIS   = 1", "NAXIS1  = 0", .. primary]),
            .. Header([.. table.OrderByDescending(card => card.StartsWith("XTENSION", StringComparison.Ordinal))]),
            .. Filled(data, 0),
        ];
    }

    private static byte[] Header(IEnumerable<string> cards) =>
        Filled(Encoding.ASCII.GetBytes(string.Concat(cards.Append("END").Select(card => card.PadRight(CardSize)[..CardSize]))), (byte)' ');

    private static byte[] Filled(byte[] content, byte fill)
    {
        var filled = new byte[(content.Length + BlockSize - 1) / BlockSize * BlockSize];
        filled.AsSpan().Fill(fill);
        content.CopyTo(filled, 0);
        return filled;
    }

    private static int Width(string form)
    {
        var repeat = form.Length == 1 ? 1 : int.Parse(form[..^1], CultureInfo.InvariantCulture);
        return form[^1] switch
        {
            'A' or 'B' or 'L' => repeat,
            'I' => 2 * repeat,
            'J' or 'E' => 4 * repeat,
            _ => 8 * repeat,
        };
    }

    private static byte[] Cell(object value, string form)
    {
        var bytes = new byte[Width(form)];
        switch (form[^1])
        {
            case 'A':
                bytes.AsSpan().Fill((byte)' ');
                Encoding.Latin1.GetBytes((string)value).CopyTo(bytes, 0);
                break;
            case 'B':
                bytes[0] = Convert.ToByte(value, CultureInfo.InvariantCulture);
                break;
            case 'I':
                BinaryPrimitives.WriteInt16BigEndian(bytes, Convert.ToInt16(value, CultureInfo.InvariantCulture));
                break;
            case 'J':
                BinaryPrimitives.WriteInt32BigEndian(bytes, Convert.ToInt32(value, CultureInfo.InvariantCulture));
                break;
            case 'K':
                BinaryPrimitives.WriteInt64BigEndian(bytes, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case 'E':
                BinaryPrimitives.WriteSingleBigEndian(bytes, Convert.ToSingle(value, CultureInfo.InvariantCulture));
                break;
            default:
                BinaryPrimitives.WriteDoubleBigEndian(bytes, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
        }

        return bytes;
    }
}
