using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Representation;

/// <summary>What an encoder makes of a series: one vector a step.</summary>
/// <param name="Hidden">(batch, steps, width).</param>
/// <param name="Mask">(batch, steps), bool, false in padding; null where nothing is padded.</param>
public sealed record HiddenSequence(Tensor Hidden, Tensor? Mask = null)
{
    private static readonly Scalar One = TensorArithmetic.Number(1);

    /// <summary>
    /// Masked average pooling (thesis section 3.3.1): the one embedding of an object, for all encoders alike. That of an object without any
    /// step is zero.
    /// </summary>
    /// <returns>(batch, width).</returns>
    public Tensor Pool()
    {
        if (Mask is null)
        {
            return Hidden.mean([1]);
        }

        using var counts = Mask.sum(1, keepdim: true).clamp(min: One);
        using var weights = Mask.to(Hidden.dtype) / counts;
        return weights.unsqueeze(1).matmul(Hidden).squeeze(1);
    }
}
