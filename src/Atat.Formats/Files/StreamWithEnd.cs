namespace Atat.Formats.Files;

/// <summary>A stream followed by some more bytes.</summary>
internal sealed class StreamWithEnd(Stream stream, byte[] end) : ReadOnlyStream
{
    private int given;

    /// <summary>Whether reading has gone past the stream's own bytes.</summary>
    public bool IsPastOwnBytes => given > 0;

    /// <summary>Bytes given of the stream's own.</summary>
    public long Consumed { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = given == 0 ? stream.Read(buffer) : 0;
        Consumed += read;
        if (read > 0 || buffer.IsEmpty)
        {
            return read;
        }

        var count = Math.Min(buffer.Length, end.Length - given);
        end.AsSpan(given, count).CopyTo(buffer);
        given += count;
        return count;
    }
}
