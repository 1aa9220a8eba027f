using System.Buffers.Binary;
using System.Text.Json;
using Atat.LightCurves;
using static TorchSharp.torch;

namespace Atat.Networks.Weights;

/// <summary>
/// Reads and writes the safetensors format: an 8-byte little-endian length, a JSON header of that length (name -> dtype, shape,
/// data_offsets, and __metadata__), then the raw little-endian values. Python's safetensors reads what is written here.
/// </summary>
public static class SafetensorsFile
{
    private const int LongestHeader = 100_000_000;

    private static readonly (string Name, ScalarType Type, int Size)[] Types =
    [
        ("F32", ScalarType.Float32, 4),
        ("F64", ScalarType.Float64, 8),
        ("I64", ScalarType.Int64, 8),
        ("I32", ScalarType.Int32, 4),
        ("U8", ScalarType.Byte, 1),
        ("BOOL", ScalarType.Bool, 1),
    ];

    /// <summary>Reads all tensors of a file onto the CPU; the caller disposes them.</summary>
    /// <exception cref="InputException">The file is missing, truncated or not safetensors; the message names it.</exception>
    public static Dictionary<string, Tensor> Read(string path) => Read(path, out _);

    /// <summary>Reads all tensors of a file onto the CPU, and its texts.</summary>
    /// <exception cref="InputException">The file is missing, truncated or not safetensors; the message names it.</exception>
    public static Dictionary<string, Tensor> Read(string path, out Dictionary<string, string> metadata)
    {
        metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }

        if (bytes.Length < 8)
        {
            throw new InputException($"{path}: {bytes.Length} bytes are too few for a safetensors file; is the copy complete?");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (length is < 2 or > LongestHeader || length > bytes.Length - 8)
        {
            throw new InputException($"{path}: the header claims {length} bytes of a file of {bytes.Length}; it is truncated or not a safetensors file.");
        }

        var header = bytes.AsMemory(8, (int)length);
        var data = bytes.AsMemory(8 + (int)length);
        var result = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(header);
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                if (entry.NameEquals("__metadata__"))
                {
                    foreach (var text in entry.Value.EnumerateObject())
                    {
                        metadata[text.Name] = text.Value.GetString() ?? "";
                    }
                }
                else
                {
                    result[entry.Name] = ReadTensor(path, entry, data.Span);
                }
            }
        }
        catch (Exception e)
        {
            foreach (var tensor in result.Values)
            {
                tensor.Dispose();
            }

            if (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or OverflowException)
            {
                throw new InputException($"{path}: the header is not that of a safetensors file: {e.Message}", e);
            }

            throw;
        }

        return result;
    }

    /// <summary>Writes tensors in the order given, beside the path first and then renamed over it.</summary>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var blocks = new List<(string Name, string Type, long[] Shape, byte[] Data)>();
        foreach (var (name, tensor) in tensors)
        {
            using var scope = NewDisposeScope();
            var plain = tensor.detach().cpu().contiguous();
            blocks.Add((name, Types.Single(t => t.Type == plain.dtype).Name, plain.shape, plain.bytes.ToArray()));
        }

        var header = Header(blocks, metadata);
        var temporary = path + ".tmp";
        using (var file = File.Create(temporary))
        {
            Span<byte> prefix = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(prefix, header.Length);
            file.Write(prefix);
            file.Write(header);
            foreach (var block in blocks)
            {
                file.Write(block.Data);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static Tensor ReadTensor(string path, JsonProperty entry, ReadOnlySpan<byte> data)
    {
        var name = entry.Value.GetProperty("dtype").GetString();
        var (_, type, size) = Types.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal));
        if (size == 0)
        {
            throw new InputException($"{path}: tensor '{entry.Name}' has the type {name}; only {string.Join(", ", Types.Select(t => t.Name))} are read.");
        }

        var shape = entry.Value.GetProperty("shape").EnumerateArray().Select(v => v.GetInt64()).ToArray();
        var offsets = entry.Value.GetProperty("data_offsets").EnumerateArray().Select(v => v.GetInt64()).ToArray();
        if (offsets.Length != 2 || offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] > data.Length
            || shape.Any(s => s < 0) || shape.Aggregate((Int128)size, (a, b) => a * b) != offsets[1] - offsets[0])
        {
            throw new InputException($"{path}: tensor '{entry.Name}' of shape ({string.Join(", ", shape)}) does not fit its bytes {string.Join(" to ", offsets)} of {data.Length}; the file is truncated or damaged.");
        }

        var result = empty(shape, type);
        data[(int)offsets[0]..(int)offsets[1]].CopyTo(result.bytes);
        return result;
    }

    private static byte[] Header(List<(string Name, string Type, long[] Shape, byte[] Data)> blocks, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WritePropertyName("__metadata__");
                JsonSerializer.Serialize(json, metadata);
            }

            long offset = 0;
            foreach (var (name, type, shape, data) in blocks)
            {
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, new { dtype = type, shape, data_offsets = new[] { offset, offset + data.Length } });
                offset += data.Length;
            }

            json.WriteEndObject();
        }

        // The values start at a multiple of eight bytes, as readers that map the file into memory like it.
        while (buffer.Length % 8 != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }
}
