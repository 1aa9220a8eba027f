using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation;

/// <summary>
/// One-dimensional convolution (thesis equation 2.11) that keeps the length. Of an even kernel's padding one more is on the right: a kernel of
/// four looks at one step before and two after.
/// </summary>
public sealed class Convolution : Module<Tensor, Tensor>
{
    private readonly (long Left, long Right) padding;
    private readonly Conv1d kernel;

    /// <summary>Makes the layer.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="inputs">Maps that come in.</param>
    /// <param name="outputs">Maps that come out.</param>
    /// <param name="width">Width of the kernel in steps.</param>
    public Convolution(string name, int inputs, int outputs, int width)
        : base(name)
    {
        padding = ((width - 1) / 2, width / 2);
        kernel = Conv1d(inputs, outputs, width);
        register_module("kernel", kernel);
    }

    /// <summary>(batch, inputs, steps) to (batch, outputs, steps).</summary>
    public override Tensor forward(Tensor input)
    {
        // As a matrix product of windows: gradients of LibTorch's own convolution of small batches are now and then not numbers.
        var (batch, maps) = (input.shape[0], input.shape[1]);
        using var before = zeros([batch, maps, padding.Left], input.dtype, input.device);
        using var after = zeros([batch, maps, padding.Right], input.dtype, input.device);
        using var padded = cat([before, input, after], 2);
        using var windows = padded.unfold(2, padding.Left + padding.Right + 1, 1).permute(0, 2, 1, 3).reshape(batch, input.shape[2], -1);
        using var matrix = kernel.weight.view(kernel.weight.shape[0], -1);
        using var product = windows.matmul(matrix.transpose(0, 1)).Plus(kernel.bias!);
        return product.transpose(1, 2);
    }
}
