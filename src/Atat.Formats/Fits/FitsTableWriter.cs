using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Atat.Formats.Fits;

/// <summary>Collects the rows of a binary table in memory and writes them with their header (FITS standard 4.0, section 7.3).</summary>
internal sealed class FitsTableWriter(IReadOnlyList<(string Name, string Form)> columns)
{
    private readonly ArrayBufferWriter<byte> rows = new();

    /// <summary>Rows so far.</summary>
    public int Count { get; private set; }

    private int RowLength { get; } = columns.Sum(column => Width(column.Form));

    /// <summary>Ends a row.</summary>
    /// <exception cref="InvalidOperationException">Its values do not fill it.</exception>
    public void EndRow()
    {
        Count++;
        if (rows.WrittenCount != Count * RowLength)
        {
            throw new InvalidOperationException($"Row {Count} of a table of {RowLength} bytes a row ends at byte {rows.WrittenCount}.");
        }
    }

    /// <summary>Adds a text, blank-padded.</summary>
    public void Text(string value, int width)
    {
        var bytes = Next(width);
        bytes.Fill((byte)' ');
        Encoding.ASCII.GetBytes(value.AsSpan(0, Math.Min(width, value.Length)), bytes);
    }

    /// <summary>Adds a 16-bit integer (I).</summary>
    public void Short(int value) => BinaryPrimitives.WriteInt16BigEndian(Next(sizeof(short)), (short)value);

    /// <summary>Adds a 32-bit integer (J).</summary>
    public void Int(int value) => BinaryPrimitives.WriteInt32BigEndian(Next(sizeof(int)), value);

    /// <summary>Adds a 64-bit integer (K).</summary>
    public void Long(long value) => BinaryPrimitives.WriteInt64BigEndian(Next(sizeof(long)), value);

    /// <summary>Adds a single-precision number (E).</summary>
    public void Float(float value) => BinaryPrimitives.WriteSingleBigEndian(Next(sizeof(float)), value);

    /// <summary>Adds a double-precision number (D).</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleBigEndian(Next(sizeof(double)), value);

    /// <summary>Writes the extension.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="name">Name of the extension.</param>
    public void WriteTo(Stream stream, string name)
    {
        var cards = new FitsCards()
            .Add("XTENSION", "BINTABLE", "binary table extension")
            .Add("BITPIX", 8, "8-bit bytes")
            .Add("NAXIS", 2, "2-dimensional binary table")
            .Add("NAXIS1", RowLength, "width of table in bytes")
            .Add("NAXIS2", Count, "number of rows in table")
            .Add("PCOUNT", 0, "size of special data area")
            .Add("GCOUNT", 1, "one data group (required keyword)")
            .Add("TFIELDS", columns.Count, "number of fields in each row");
        for (var i = 0; i < columns.Count; i++)
        {
            var field = (i + 1).ToString(CultureInfo.InvariantCulture);
            cards.Add("TTYPE" + field, columns[i].Name, "label for field").Add("TFORM" + field, columns[i].Form, "data format of field");
        }

        cards.Add("EXTNAME", name, "name of this binary table extension").WriteTo(stream);
        stream.Write(rows.WrittenSpan);
        stream.Write(new byte[(FitsHeader.BlockSize - (rows.WrittenCount % FitsHeader.BlockSize)) % FitsHeader.BlockSize]);
    }

    private Span<byte> Next(int length)
    {
        var bytes = rows.GetSpan(length)[..length];
        rows.Advance(length);
        return bytes;
    }

    private static int Width(string form) => form[^1] switch
    {
        'A' => int.Parse(form.AsSpan(0, form.Length - 1), CultureInfo.InvariantCulture),
        'I' => sizeof(short),
        'J' or 'E' => sizeof(int),
        _ => sizeof(long),
    };
}
