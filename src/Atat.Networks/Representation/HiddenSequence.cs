using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Atat.Networks.Representation;

/// <summary>What an encoder makes of a series: one vector a step.</summary>
/// <param name="Hidden">(batch, steps, width).</param>
/// <param name="Mask">(batch, steps), bool, false in padding; null where nothing is padded.</param>
/// <param name="Last">
/// A linear layer that every step has still to go through; null for none. The average of what it makes is what it makes of the average, so that it
/// is computed once an object.
/// </param>
public sealed record HiddenSequence(Tensor Hidden, Tensor? Mask = null, Linear? Last = null)
{
    private static readonly Scalar One = TensorArithmetic.Number(1);

    private static readonly Scalar Zero = TensorArithmetic.Number(0);

    /// <summary>
    /// Masked average pooling (thesis section 3.3.1): the one embedding of an object, for all encoders alike. That of an object without any
    /// step is zero.
    /// </summary>
    /// <returns>(batch, width).</returns>
    public Tensor Pool()
    {
        if (Mask is null)
        {
            using var mean = Hidden.mean([1]);
            return Last?.forward(mean) ?? mean.alias();
        }

        using var steps = Mask.sum(1, keepdim: true);
        using var weights = Mask.to(Hidden.dtype) / steps.clamp(min: One);
        using var average = weights.unsqueeze(1).matmul(Hidden).squeeze(1);
        return Last?.forward(average).masked_fill(steps.eq(Zero), Zero) ?? average.alias();
    }
}
