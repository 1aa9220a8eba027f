using Atat.LightCurves;
using static TorchSharp.torch;

namespace Atat.Networks.Weights;

/// <summary>Moves weights between a module and files or dictionaries, by name.</summary>
public static class ModelWeights
{
    /// <summary>Copies weights into a module; every parameter must be there with its shape, and nothing else.</summary>
    /// <param name="module">Receives the weights.</param>
    /// <param name="weights">Name -> tensor.</param>
    /// <param name="source">Where they come from, for messages.</param>
    /// <exception cref="InputException">A name or a shape does not fit.</exception>
    public static void Load(nn.Module module, IReadOnlyDictionary<string, Tensor> weights, string source) =>
        Load(Parameters(module), weights, source);

    /// <summary>Reads a safetensors file into a module.</summary>
    /// <exception cref="InputException">The file cannot be read, or does not fit the module.</exception>
    public static void Load(nn.Module module, string path) => Load(Parameters(module), path);

    /// <summary>Writes a module's parameters to a safetensors file.</summary>
    public static void Save(nn.Module module, string path) =>
        SafetensorsFile.Write(path, Parameters(module));

    /// <summary>Reads what <see cref="SaveAll"/> wrote.</summary>
    /// <exception cref="InputException">The file cannot be read, or does not fit the module.</exception>
    public static void LoadAll(nn.Module module, string path) => Load(module.state_dict(), path);

    /// <summary>Writes a module's parameters and buffers: what is learned by gradients, and what a batch normalisation has averaged.</summary>
    public static void SaveAll(nn.Module module, string path) => SafetensorsFile.Write(path, module.state_dict());

    private static IEnumerable<KeyValuePair<string, Tensor>> Parameters(nn.Module module) =>
        module.named_parameters().Select(p => KeyValuePair.Create(p.name, (Tensor)p.parameter));

    private static void Load(IEnumerable<KeyValuePair<string, Tensor>> into, string path)
    {
        var weights = SafetensorsFile.Read(path);
        try
        {
            Load(into, weights, path);
        }
        finally
        {
            foreach (var tensor in weights.Values)
            {
                tensor.Dispose();
            }
        }
    }

    private static void Load(IEnumerable<KeyValuePair<string, Tensor>> into, IReadOnlyDictionary<string, Tensor> weights, string source)
    {
        using var _ = no_grad();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, place) in into)
        {
            names.Add(name);
            if (!weights.TryGetValue(name, out var tensor))
            {
                throw new InputException($"{source}: '{name}' is missing; the weights are of another network.");
            }

            if (!tensor.shape.AsSpan().SequenceEqual(place.shape))
            {
                throw new InputException($"{source}: '{name}' has the shape ({string.Join(", ", tensor.shape)}) where the network has ({string.Join(", ", place.shape)}).");
            }

            place.copy_(tensor);
        }

        if (weights.Keys.FirstOrDefault(k => !names.Contains(k)) is { } extra)
        {
            throw new InputException($"{source}: '{extra}' is not part of the network; the weights are of another one.");
        }
    }
}
