using System.Buffers;
using Atat.LightCurves;

namespace Atat.Formats.Files;

/// <summary>Opens files for reading; gzip is recognised by its first two bytes, whatever the name.</summary>
internal static class InputFile
{
    /// <summary>Opens a file as its uncompressed content.</summary>
    /// <param name="path">File to read.</param>
    /// <param name="raw">The file itself; its position over its length tells how far reading has come.</param>
    /// <exception cref="InputException">There is no such file, or it cannot be read.</exception>
    public static Stream Open(string path, out FileStream raw)
    {
        raw = OpenRaw(path);
        try
        {
            Span<byte> magic = stackalloc byte[2];
            var isGzip = raw.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
            raw.Position = 0;
            return isGzip ? new GzipInput(raw) : raw;
        }
        catch (IOException e)
        {
            raw.Dispose();
            throw Unreadable(path, e);
        }
    }

    /// <summary>Opens a file as it is.</summary>
    /// <exception cref="InputException">There is no such file, or it cannot be read.</exception>
    public static FileStream OpenRaw(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"{path}: is a folder; name a file.");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>Reads as many bytes as there are, up to the buffer's length; names the file where that fails.</summary>
    /// <exception cref="InputException">The file cannot be read, or its compressed content is damaged.</exception>
    public static int Read(Stream stream, Span<byte> buffer, string path)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (ExpansionException e)
        {
            throw new InputException($"{path}: {e.Message}.", e);
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{path}: the compressed content is cut short or damaged; fetch the file again.", e);
        }
        catch (IOException e)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>Reads until the buffer is full; returns fewer bytes only at the end of the file.</summary>
    /// <exception cref="InputException">The file cannot be read, or its compressed content is damaged.</exception>
    public static int ReadFully(Stream stream, Span<byte> buffer, string path)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var read = Read(stream, buffer[total..], path);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    /// <summary>Reads over bytes; returns how many there were, fewer than asked only at the end of the file.</summary>
    /// <exception cref="InputException">The file cannot be read, or its compressed content is damaged.</exception>
    public static long Skip(Stream stream, long count, string path)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var left = count;
            while (left > 0)
            {
                var read = Read(stream, buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)), path);
                if (read == 0)
                {
                    break;
                }

                left -= read;
            }

            return count - left;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static InputException Unreadable(string path, Exception e) => new($"{path}: cannot be read: {e.Message}", e);
}
