using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Formats.Fits;

/// <summary>
/// The first binary table of a FITS file, gzip'd or plain, read row by row. Nothing is allocated on a header's word: a table that is
/// shorter than its header claims fails at the row that is not there.
/// </summary>
internal sealed class FitsTable : IDisposable
{
    private const int ChunkSize = 1 << 16;

    /// <summary>A wider row is a sign of a damaged header.</summary>
    private const int WidestRow = 1 << 24;

    private readonly FileStream raw;
    private readonly Stream stream;
    private readonly FitsColumn[] columns;
    private readonly byte[] chunk;
    private readonly int rowWidth;
    private int chunkRows;
    private int rowInChunk;

    /// <summary>Opens a file and reads up to the table's first row.</summary>
    /// <exception cref="InputException">It cannot be read, or holds no binary table.</exception>
    public FitsTable(string path)
    {
        FilePath = path;
        stream = InputFile.Open(path, out raw);
        try
        {
            Primary = FitsHeader.Read(stream, path) ?? throw new InputException($"{path}: is empty.");
            var header = FindTable();
            columns = FitsColumn.Of(header, path);
            RowCount = header.Count("NAXIS2");
            rowWidth = RowWidth(header);
            chunk = new byte[Math.Max(rowWidth, ChunkSize / Math.Max(1, rowWidth) * rowWidth)];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The file as the caller named it.</summary>
    public string FilePath { get; }

    /// <summary>The file's first header, before the table's own.</summary>
    public FitsHeader Primary { get; }

    /// <summary>Columns in the order of the file.</summary>
    public IReadOnlyList<FitsColumn> Columns => columns;

    /// <summary>Rows, as the header claims.</summary>
    public long RowCount { get; }

    /// <summary>Number of the current row, from 1; 0 before the first.</summary>
    public long Row { get; private set; }

    private ReadOnlySpan<byte> RowBytes => chunk.AsSpan(rowInChunk * rowWidth, rowWidth);

    /// <summary>A column, or null where there is none of that name. Case counts only where names differ by it alone.</summary>
    public FitsColumn? Find(string name) =>
        columns.FirstOrDefault(c => c.Name == name) ?? columns.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first of several columns that there is.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public FitsColumn Require(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is { } column)
            {
                return column;
            }
        }

        var hint = NearestName.Of(names[0], columns.Select(c => c.Name)) is { } nearest ? $"; did you mean '{nearest}'?" : ".";
        throw new InputException($"{FilePath}: no column '{string.Join("' or '", names)}'{hint}");
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    /// <exception cref="InputException">The file ends before.</exception>
    public bool Read()
    {
        if (Row >= RowCount)
        {
            return false;
        }

        rowInChunk++;
        if (rowInChunk >= chunkRows)
        {
            FillChunk();
        }

        Row++;
        return true;
    }

    /// <summary>Goes to a row that lies ahead.</summary>
    /// <exception cref="InputException">The file ends before.</exception>
    public void GoTo(long row)
    {
        while (Row < row && Read())
        {
        }
    }

    /// <summary>The text of a cell without trailing blanks; a whole number is written out.</summary>
    /// <exception cref="InputException">The column holds neither.</exception>
    public string Text(FitsColumn column) => column.Code switch
    {
        'A' => Encoding.Latin1.GetString(Bytes(column)).TrimStart(' '),
        'B' or 'I' or 'J' or 'K' => Integer(column).ToString(CultureInfo.InvariantCulture),
        _ => throw Wrong(column, $"holds type {column.Code}, should hold text"),
    };

    /// <summary>The characters of a text cell, up to the first NUL and without trailing blanks.</summary>
    public ReadOnlySpan<byte> Bytes(FitsColumn column)
    {
        var cell = Cell(column);
        var end = cell.IndexOf((byte)0);
        return (end < 0 ? cell : cell[..end]).TrimEnd((byte)' ');
    }

    /// <summary>The whole number of a cell.</summary>
    /// <exception cref="InputException">The cell holds none.</exception>
    public long Integer(FitsColumn column)
    {
        if (column.IsNumber && column.IsPlain && column.Code is not ('E' or 'D'))
        {
            return Stored(column);
        }

        var value = Number(column);
        return double.IsInteger(value) && Math.Abs(value) < 1L << 53 ? (long)value : throw Wrong(column, "is no whole number");
    }

    /// <summary>The number of a cell; NaN where it is missing.</summary>
    /// <exception cref="InputException">The column does not hold one number a row.</exception>
    public double Number(FitsColumn column)
    {
        if (!column.IsNumber)
        {
            throw Wrong(column, column.Code is 'P' or 'Q' ? "holds arrays of variable length, should hold one number a row" : $"holds {column.Repeat} of type {column.Code}, should hold one number a row");
        }

        var value = column.Code switch
        {
            'E' => BinaryPrimitives.ReadSingleBigEndian(Cell(column)),
            'D' => BinaryPrimitives.ReadDoubleBigEndian(Cell(column)),
            _ => Stored(column) is var stored && stored == column.Null ? double.NaN : stored,
        };
        return column.IsPlain ? value : (value * column.Scale) + column.Zero;
    }

    /// <summary>The number of a cell in single precision, bit for bit where it is stored so.</summary>
    /// <exception cref="InputException">The column does not hold one number a row.</exception>
    public float Single(FitsColumn column) =>
        column is { Code: 'E', Repeat: 1, IsPlain: true } ? BinaryPrimitives.ReadSingleBigEndian(Cell(column)) : (float)Number(column);

    /// <summary>The error for a cell of the current row.</summary>
    public InputException Wrong(FitsColumn column, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{FilePath} row {Row:N0}: {column.Name} {what}{(what.EndsWith('?') ? string.Empty : ".")}"));

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        raw.Dispose();
    }

    private ReadOnlySpan<byte> Cell(FitsColumn column) => RowBytes.Slice(column.Offset, column.Width);

    private long Stored(FitsColumn column) => column.Code switch
    {
        'B' => Cell(column)[0],
        'I' => BinaryPrimitives.ReadInt16BigEndian(Cell(column)),
        'J' => BinaryPrimitives.ReadInt32BigEndian(Cell(column)),
        _ => BinaryPrimitives.ReadInt64BigEndian(Cell(column)),
    };

    private FitsHeader FindTable()
    {
        var dataSize = Primary.DataSize;
        while (true)
        {
            InputFile.Skip(stream, dataSize, FilePath);
            var header = FitsHeader.Read(stream, FilePath) ?? throw new InputException($"{FilePath}: holds no binary table; is this the right file?");
            if (header.Text("XTENSION") == "BINTABLE")
            {
                return header;
            }

            dataSize = header.DataSize;
        }
    }

    private int RowWidth(FitsHeader header)
    {
        var width = header.Count("NAXIS1");
        return width > WidestRow || (width == 0 && RowCount > 0)
            ? throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{FilePath}: rows of {width:N0} bytes; the file is damaged."))
            : (int)width;
    }

    private void FillChunk()
    {
        var wanted = (int)Math.Min(RowCount - Row, chunk.Length / rowWidth) * rowWidth;
        chunkRows = InputFile.ReadFully(stream, chunk.AsSpan(0, wanted), FilePath) / rowWidth;
        rowInChunk = 0;
        if (chunkRows == 0)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{FilePath}: is cut short: row {Row + 1:N0} of {RowCount:N0} is not there; fetch the file again."));
        }
    }
}
