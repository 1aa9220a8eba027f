using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Atat.Networks.Representation;

/// <summary>
/// A convolution of width one as a matrix product. LibTorch gives small batches of it to a library that many processors lack, and warns of that every time.
/// </summary>
internal static class Pointwise
{
    /// <summary>(batch, inputs, steps) to (batch, outputs, steps).</summary>
    /// <param name="kernel">A convolution of width one.</param>
    /// <param name="input">What it is applied to.</param>
    public static Tensor Apply(Conv1d kernel, Tensor input)
    {
        using var matrix = kernel.weight.squeeze(2);
        using var product = matrix.matmul(input);
        using var bias = kernel.bias!.unsqueeze(1);
        return product.Plus(bias);
    }
}
