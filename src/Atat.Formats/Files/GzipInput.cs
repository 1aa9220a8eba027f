using System.IO.Compression;

namespace Atat.Formats.Files;

/// <summary>Reads gzip'd content, and notices a file that is cut short, which <see cref="GZipStream"/> takes for the end.</summary>
/// <remarks>
/// A gzip file may have several members, one after the other. So a member of our own is put behind the file: where its content comes
/// out at the end, everything before it was whole; where it does not, it was eaten by a member that has no end.
/// </remarks>
internal sealed class GzipInput : ReadOnlyStream
{
    // Tables and FITS files shrink three- to fiftyfold; what shrinks more, and is large, is made to exhaust who reads it.
    private const long LargestExpansion = 200;
    private const long AlwaysAllowed = 256L << 20;

    private static readonly byte[] EndMark = [.. "Atat end of gzip"u8];
    private static readonly byte[] EndMember = Compressed(EndMark);

    private readonly byte[] buffer = new byte[1 << 16];
    private readonly StreamWithEnd compressed;
    private readonly GZipStream gzip;
    private int start;
    private int end;
    private bool ended;
    private long produced;

    /// <summary>Reads from a stream of gzip'd bytes.</summary>
    public GzipInput(Stream stream)
    {
        compressed = new StreamWithEnd(stream, EndMember);
        gzip = new GZipStream(compressed, CompressionMode.Decompress);
    }

    // The last bytes read may be the end mark, so they are held back.
    private int Available => end - start - (ended ? 0 : EndMark.Length);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The content is damaged or cut short.</exception>
    /// <exception cref="ExpansionException">The content is far larger than the file.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (Available <= 0 && !ended)
        {
            Fill();
        }

        var count = Math.Min(Available, buffer.Length);
        this.buffer.AsSpan(start, count).CopyTo(buffer);
        start += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Compressed(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var member = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            member.Write(content);
        }

        return stream.ToArray();
    }

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        var read = gzip.Read(buffer.AsSpan(end));
        end += read;
        produced += read;
        if (produced > AlwaysAllowed && produced > LargestExpansion * compressed.Consumed)
        {
            throw new ExpansionException($"its gzip'd content expands more than {LargestExpansion}-fold; unpack it by hand if that is meant");
        }

        if (read > 0)
        {
            return;
        }

        // Bytes behind the last member that are no gzip end the content before our mark is reached.
        ended = true;
        if (compressed.IsPastOwnBytes)
        {
            end -= EndMark.Length;
            if (end < 0 || !buffer.AsSpan(end, EndMark.Length).SequenceEqual(EndMark))
            {
                throw new InvalidDataException("The gzip'd content is cut short.");
            }
        }
    }
}
