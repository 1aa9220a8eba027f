using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks;

/// <summary>Dropout that costs little on CPU. Random from the global generator, as all of torch.</summary>
internal static class Dropout
{
    // Every whole number below it is a double.
    private const double LargestSeed = 1L << 53;

    /// <summary>Drops values and scales the others up.</summary>
    /// <param name="input">Any shape; on CPU it is changed in place, which is allowed where no gradient needs it.</param>
    /// <param name="rate">Probability that a value is dropped; 0 gives the input back.</param>
    public static Tensor Apply(Tensor input, double rate)
    {
        if (rate == 0)
        {
            return input;
        }

        if (input.device_type != DeviceType.CPU || input.dtype != ScalarType.Float32)
        {
            return nn.functional.dropout(input, rate, training: true);
        }

        // Disposed of here, the mask lives on as long as a gradient needs it.
        using var mask = Mask(input, rate);
        return input.mul_(mask);
    }

    private static Tensor Mask(Tensor like, double rate)
    {
        using var seed = empty(1, ScalarType.Int64).random_(0, LargestSeed);
        var mask = empty_like(like, requires_grad: false);
        DropoutMask.Fill(MemoryMarshal.Cast<byte, float>(mask.bytes), rate, (ulong)seed.item<long>());
        return mask;
    }
}
