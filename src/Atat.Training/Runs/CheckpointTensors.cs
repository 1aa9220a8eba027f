using static TorchSharp.torch;

namespace Atat.Training.Runs;

/// <summary>Tensors of a checkpoint, by name.</summary>
internal static class CheckpointTensors
{
    /// <summary>Copies what a file held into the live tensors of a training.</summary>
    /// <param name="into">Name and tensor of all that a training goes on from.</param>
    /// <param name="tensors">What the file held; more than that is left alone.</param>
    /// <exception cref="KeyNotFoundException">A tensor is missing.</exception>
    /// <exception cref="FormatException">A tensor has another shape or element type.</exception>
    public static void Copy(IEnumerable<KeyValuePair<string, Tensor>> into, IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var _ = no_grad();
        foreach (var (name, tensor) in into)
        {
            if (!tensors[name].shape.AsSpan().SequenceEqual(tensor.shape) || tensors[name].dtype != tensor.dtype)
            {
                throw new FormatException($"'{name}' has another shape");
            }

            tensor.copy_(tensors[name]);
        }
    }
}
