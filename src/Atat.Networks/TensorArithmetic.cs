using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks;

/// <summary>
/// Sums, squares and counting with numbers that stay alive. TorchSharp's own operators turn a number into a <see cref="Scalar"/> that nothing
/// refers to once its handle is read (the sum of two tensors too: it has a factor of one), so that the garbage collector may free it while native
/// code still reads it. Analysers refuse those operators.
/// </summary>
public static class TensorArithmetic
{
    private static readonly Scalar Zero = Number(0);
    private static readonly Scalar One = Number(1);

    /// <summary>A number for native code, to be kept in a field or a <c>using</c> declaration.</summary>
#pragma warning disable RS0030 // The one place that may.
    public static Scalar Number(double value) => value;

    /// <inheritdoc cref="Number(double)"/>
    public static Scalar Number(long value) => value;
#pragma warning restore RS0030

    /// <summary>The sum, broadcast.</summary>
    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, One);

    /// <summary>The sum with a number that the caller keeps alive.</summary>
    public static Tensor Plus(this Tensor left, Scalar right) => left.add(right, One);

    /// <summary>Adds in place.</summary>
    public static Tensor PlusInPlace(this Tensor left, Tensor right) => left.add_(right, One);

    /// <summary>Adds in place a number that the caller keeps alive.</summary>
    public static Tensor PlusInPlace(this Tensor left, Scalar right) => left.add_(right, One);

    /// <summary>The square of every value.</summary>
    public static Tensor Squared(this Tensor tensor) => tensor.mul(tensor);

    /// <summary>ln (1 + e^x) of every value, without overflow.</summary>
    public static Tensor SoftPlus(this Tensor tensor)
    {
        using var negative = tensor.neg();
        using var logarithm = nn.functional.logsigmoid(negative);
        return logarithm.neg();
    }

    /// <summary>0, 1, … count - 1 as int64.</summary>
    public static Tensor Counting(long count, Device device)
    {
        using var end = Number(count);
        return arange(Zero, end, One, ScalarType.Int64, device);
    }
}
