using System.Globalization;
using Atat.LightCurves;

namespace Atat.Formats.Files;

/// <summary>Reads a text file, gzip'd or not, line by line as bytes, without an allocation per line.</summary>
internal sealed class LineReader : IDisposable
{
    // A longer line is a sign of a file that is no text.
    private const int LongestLine = 1 << 16;

    private readonly string path;
    private readonly Stream stream;
    private readonly FileStream raw;
    private readonly byte[] buffer = new byte[LongestLine];
    private int position;
    private int filled;
    private bool ended;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public LineReader(string path)
    {
        this.path = path;
        stream = InputFile.Open(path, out raw);
    }

    /// <summary>Number of the current line, from 1.</summary>
    public long Row { get; private set; }

    /// <summary>Reads the next line, without its end; the bytes are valid until the next is read.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="InputException">The file cannot be read, or has a line too long for text.</exception>
    public bool Read(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var ahead = buffer.AsSpan(position, filled - position);
            var end = ahead.IndexOf((byte)'\n');
            if (end >= 0 || (ended && !ahead.IsEmpty))
            {
                line = (end < 0 ? ahead : ahead[..end]).TrimEnd((byte)'\r');
                position += end < 0 ? ahead.Length : end + 1;
                Row++;
                return true;
            }

            if (ended)
            {
                line = [];
                return false;
            }

            Fill(ahead);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        raw.Dispose();
    }

    private void Fill(Span<byte> ahead)
    {
        if (ahead.Length == buffer.Length)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path} line {Row + 1:N0}: no line end within {LongestLine >> 10} KiB; is this a text file?"));
        }

        ahead.CopyTo(buffer);
        (position, filled) = (0, ahead.Length);
        var read = InputFile.Read(stream, buffer.AsSpan(filled), path);
        ended = read == 0;
        filled += read;
    }
}
