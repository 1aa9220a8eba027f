using System.IO.Compression;
using Atat.LightCurves;
using static TorchSharp.torch;

namespace Atat.Networks.Weights;

/// <summary>
/// Reads what PyTorch's <c>torch.save</c> writes since version 1.6: a zip archive with a pickle and one file of raw values for each storage.
/// Tensors are all that is accepted; a pickle that names anything else is refused, and nothing in it is ever executed.
/// </summary>
public static class TorchCheckpoint
{
    private const int LargestPickle = 64 << 20;
    private const int MostDimensions = 64;
    private const int LargestGrowth = 8;

    private static readonly Dictionary<string, (ScalarType Type, int Size)> Storages = new(StringComparer.Ordinal)
    {
        ["FloatStorage"] = (ScalarType.Float32, 4),
        ["DoubleStorage"] = (ScalarType.Float64, 8),
        ["HalfStorage"] = (ScalarType.Float16, 2),
        ["BFloat16Storage"] = (ScalarType.BFloat16, 2),
        ["LongStorage"] = (ScalarType.Int64, 8),
        ["IntStorage"] = (ScalarType.Int32, 4),
        ["ShortStorage"] = (ScalarType.Int16, 2),
        ["CharStorage"] = (ScalarType.Int8, 1),
        ["ByteStorage"] = (ScalarType.Byte, 1),
        ["BoolStorage"] = (ScalarType.Bool, 1),
    };

    // Where checkpoints that hold more than weights keep these.
    private static readonly string[] StateKeys = ["state_dict", "model_state_dict", "model"];

    /// <summary>Reads all tensors of a state dictionary onto the CPU; the caller disposes them.</summary>
    /// <param name="path">The checkpoint: a state dictionary, or one that has it under <c>state_dict</c>.</param>
    /// <exception cref="InputException">The file is missing, damaged, too old, or holds something else than tensors; names it.</exception>
    public static Dictionary<string, Tensor> Read(string path)
    {
        using var scope = NewDisposeScope();
        try
        {
            using var file = File.OpenRead(path);
            using var archive = Open(file);
            var pickle = archive.Entries.FirstOrDefault(e => e.Name == "data.pkl") ?? throw new InvalidDataException("it has no data.pkl");
            var folder = pickle.FullName[..^pickle.Name.Length];
            var storages = new Dictionary<string, Tensor>(StringComparer.Ordinal);
            var value = new PickleReader(Bytes(pickle, LargestPickle), Call, id => Storage(archive, folder, id, storages)).Read();
            var tensors = Tensors(value, LargestGrowth * file.Length);
            foreach (var tensor in tensors.Values)
            {
                tensor.MoveToOuterDisposeScope();
            }

            return tensors;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new InputException($"{path}: is no checkpoint of tensors: {e.Message.TrimEnd('.')}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static ZipArchive Open(FileStream file)
    {
        Span<byte> magic = stackalloc byte[2];
        var length = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return length == 2 && magic is [(byte)'P', (byte)'K']
            ? new ZipArchive(file, ZipArchiveMode.Read)
            : throw new InvalidDataException("it is no zip archive. Was it saved by PyTorch before 1.6? Load it there and save it again");
    }

    private static byte[] Bytes(ZipArchiveEntry entry, long most)
    {
        // PyTorch stores without compression; what is compressed can be far larger than the file.
        if (entry.CompressedLength != entry.Length || entry.Length > most)
        {
            throw new InvalidDataException($"{entry.FullName} claims {entry.Length:N0} bytes in {entry.CompressedLength:N0}");
        }

        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Tensor Storage(ZipArchive archive, string folder, object? identifier, Dictionary<string, Tensor> read)
    {
        if (identifier is not object?[] { Length: >= 5 } parts || parts[0] is not "storage" || parts[1] is not PickleGlobal { Module: "torch" } kind || parts[2] is not string key || parts[4] is not long count)
        {
            throw new InvalidDataException("its pickle refers to something that is no storage");
        }

        if (!Storages.TryGetValue(kind.Name, out var type))
        {
            throw new InvalidDataException($"it holds a {kind}, which is not read; save the weights as float");
        }

        // One storage can have many views.
        if (read.TryGetValue(key, out var known) && known.dtype == type.Type && known.shape[0] == count)
        {
            return known;
        }

        var entry = archive.GetEntry($"{folder}data/{key}") ?? throw new InvalidDataException($"the values data/{key} are missing");
        if (count < 0 || (Int128)count * type.Size != entry.Length)
        {
            throw new InvalidDataException($"{entry.FullName} has {entry.Length:N0} bytes for {count:N0} values of {kind.Name}");
        }

        return read[key] = HostTensor.Of<byte>(Bytes(entry, Array.MaxLength), [count], type.Type, CPU);
    }

    private static object? Call(PickleGlobal callee, object?[] arguments) => callee.ToString() switch
    {
        "collections.OrderedDict" when arguments.Length == 0 => new Dictionary<object, object?>(),
        "torch._utils._rebuild_tensor_v2" => Rebuild(arguments),
        "torch._utils._rebuild_parameter" when arguments is [Tensor tensor, ..] => tensor,
        "torch._utils._rebuild_parameter" or "collections.OrderedDict" => throw new InvalidDataException($"its pickle calls {callee} with arguments of another kind"),
        _ => throw new InvalidDataException($"it needs {callee}, which is no tensor; save the state dictionary alone: torch.save(model.state_dict(), path)"),
    };

    private static Tensor Rebuild(object?[] arguments)
    {
        if (arguments is not [Tensor storage, long offset, object?[] size, object?[] stride, ..] || size.Length != stride.Length || size.Length > MostDimensions)
        {
            throw new InvalidDataException("its pickle rebuilds a tensor from something else");
        }

        var shape = size.Select(s => s as long? ?? -1).ToArray();
        var steps = stride.Select(s => s as long? ?? -1).ToArray();
        var count = storage.shape.Length == 1 ? storage.shape[0] : -1;
        var isEmpty = shape.Contains(0);
        var last = (Int128)offset;
        var values = (Int128)1;
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] < 0 || steps[i] < 0)
            {
                throw new InvalidDataException("it has a tensor of negative shape or stride");
            }

            last += isEmpty ? 0 : (Int128)(shape[i] - 1) * steps[i];
            values = isEmpty ? 0 : values * shape[i];
            if (last > count || values > count)
            {
                break;
            }
        }

        return offset < 0 || values > count || (isEmpty ? offset > count : last >= count)
            ? throw new InvalidDataException($"it has a tensor of shape ({string.Join(", ", shape)}) that reaches beyond its {count:N0} values")
            : storage.as_strided(shape, steps, offset);
    }

    private static Dictionary<string, Tensor> Tensors(object? value, long mostBytes)
    {
        var state = value as Dictionary<object, object?> ?? throw new InvalidDataException("it holds no dictionary");
        foreach (var key in StateKeys)
        {
            if (state.TryGetValue(key, out var inner) && inner is Dictionary<object, object?> dictionary)
            {
                state = dictionary;
                break;
            }
        }

        var result = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (key, item) in state)
        {
            if (key is not string name || item is not Tensor tensor)
            {
                throw new InvalidDataException($"its '{key}' is no tensor; save the state dictionary alone: torch.save(model.state_dict(), path)");
            }

            // Two names for one tensor become tensors of their own: a few tied weights, not a bomb.
            mostBytes -= tensor.numel() * tensor.ElementSize;
            if (mostBytes < 0)
            {
                throw new InvalidDataException("its names together claim many times the bytes that it has");
            }

            result[name] = tensor.clone();
        }

        return result;
    }
}
