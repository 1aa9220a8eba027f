using System.Buffers;
using System.Globalization;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Formats.Csv;

/// <summary>
/// Reads delimited text (RFC 4180) one record at a time as UTF-8 bytes, without an allocation per record. Gzip is recognised by content.
/// Quoted fields may hold delimiters, line ends and doubled quotes; blank lines are passed over.
/// </summary>
internal sealed class CsvReader : IDisposable
{
    /// <summary>A longer record is a sign of a file that is no table.</summary>
    private const int LongestRecord = 1 << 24;

    private readonly Stream stream;
    private readonly FileStream raw;
    private readonly byte delimiter;
    private readonly SearchValues<byte> delimiterOrEnd;
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private bool ended;
    private (int Start, int Length)[] fields = new (int, int)[16];

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public CsvReader(string path, char delimiter)
    {
        FilePath = path;
        this.delimiter = checked((byte)delimiter);
        delimiterOrEnd = SearchValues.Create([this.delimiter, (byte)'\n']);
        stream = InputFile.Open(path, out raw);
        try
        {
            PassByteOrderMark();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The file as the caller named it.</summary>
    public string FilePath { get; }

    /// <summary>Row of the current record as a spreadsheet counts: the header is row 1.</summary>
    public long Row { get; private set; }

    /// <summary>Number of fields of the current record.</summary>
    public int FieldCount { get; private set; }

    /// <summary>How much of the file has been read, from 0 to 1.</summary>
    public double Fraction => raw.Length == 0 ? 1 : (double)raw.Position / raw.Length;

    private ReadOnlySpan<byte> Ahead => buffer.AsSpan(position, filled - position);

    /// <summary>A field of the current record without surrounding blanks; valid until the next record is read.</summary>
    public ReadOnlySpan<byte> Field(int index)
    {
        var (start, length) = fields[index];
        return buffer.AsSpan(start, length).Trim(" \t\r"u8);
    }

    /// <summary>Goes to the next record that is not blank; false at the end of the file.</summary>
    /// <exception cref="InputException">The file cannot be read, a quote is not closed, a record never ends.</exception>
    public bool Read()
    {
        while (TryFindRecord(out var length, out var hasQuotes))
        {
            Row++;
            var start = position;
            var isBlank = buffer.AsSpan(start, length).Trim(" \t\r\n"u8).IsEmpty;
            position += length;
            if (!isBlank)
            {
                Split(start, length, hasQuotes);
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        raw.Dispose();
    }

    private void PassByteOrderMark()
    {
        Fill();
        if (Ahead.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            position = 3;
        }
        else if (Ahead.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || Ahead.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new InputException($"{FilePath}: is UTF-16 text; save it as UTF-8.");
        }
    }

    // Finds the end of the record at the position, its line end included, and brings all of it into the buffer.
    private bool TryFindRecord(out int length, out bool hasQuotes)
    {
        var scanned = 0;
        var inQuotes = false;
        var closedAt = -1;
        while (true)
        {
            if (TryFindEnd(ref scanned, ref inQuotes, ref closedAt))
            {
                length = scanned;
                hasQuotes = closedAt >= 0;
                return true;
            }

            if (!Fill())
            {
                break;
            }
        }

        length = filled - position;
        hasQuotes = closedAt >= 0;
        if (inQuotes)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{FilePath} row {Row + 1:N0}: a quoted field is not closed before the end of the file; close it, or double the quotes inside it."));
        }

        return length > 0;
    }

    // A doubled quote inside a quoted field closes it and opens it again at once, which comes to the same.
    private bool TryFindEnd(ref int scanned, ref bool inQuotes, ref int closedAt)
    {
        var ahead = Ahead;
        while (scanned < ahead.Length)
        {
            var rest = ahead[scanned..];
            var next = inQuotes ? rest.IndexOf((byte)'"') : rest.IndexOfAny((byte)'"', (byte)'\n');
            if (next < 0)
            {
                scanned = ahead.Length;
                return false;
            }

            var at = scanned + next;
            scanned = at + 1;
            if (ahead[at] == (byte)'\n')
            {
                return true;
            }

            // Only a quote that opens a field has a meaning; the one in 5'11" has none.
            if (inQuotes)
            {
                inQuotes = false;
                closedAt = at;
            }
            else
            {
                inQuotes = at == 0 || ahead[at - 1] == delimiter || closedAt == at - 1;
            }
        }

        return false;
    }

    private bool Fill()
    {
        if (ended)
        {
            return false;
        }

        if (position > 0)
        {
            Buffer.BlockCopy(buffer, position, buffer, 0, filled - position);
            filled -= position;
            position = 0;
        }

        if (filled == buffer.Length)
        {
            if (buffer.Length >= LongestRecord)
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{FilePath} row {Row + 1:N0}: no line end within {LongestRecord >> 20} MiB; is this a table as text, and are its quotes closed?"));
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = InputFile.Read(stream, buffer.AsSpan(filled), FilePath);
        ended = read == 0;
        filled += read;
        return !ended;
    }

    private void Split(int start, int length, bool hasQuotes)
    {
        var end = start + length;
        FieldCount = 0;
        while (true)
        {
            var isQuoted = hasQuotes && start < end && buffer[start] == (byte)'"';
            var next = isQuoted ? SplitQuoted(start, end) : SplitPlain(start, end);
            if (next >= end || buffer[next] == (byte)'\n')
            {
                return;
            }

            start = next + 1;
        }
    }

    private int SplitPlain(int start, int end)
    {
        var at = buffer.AsSpan(start, end - start).IndexOfAny(delimiterOrEnd);
        var next = at < 0 ? end : start + at;
        AddField(start, next - start);
        return next;
    }

    // Takes the quotes away in place: what is left is never longer.
    private int SplitQuoted(int start, int end)
    {
        var write = start;
        var inQuotes = true;
        var read = start + 1;
        for (; read < end; read++)
        {
            var value = buffer[read];
            if (inQuotes && value == (byte)'"')
            {
                if (read + 1 == end || buffer[read + 1] != (byte)'"')
                {
                    inQuotes = false;
                    continue;
                }

                read++;
            }
            else if (!inQuotes && (value == delimiter || value == (byte)'\n'))
            {
                break;
            }

            buffer[write++] = value;
        }

        AddField(start, write - start);
        return read;
    }

    private void AddField(int start, int length)
    {
        if (FieldCount == fields.Length)
        {
            Array.Resize(ref fields, fields.Length * 2);
        }

        fields[FieldCount++] = (start, length);
    }
}
