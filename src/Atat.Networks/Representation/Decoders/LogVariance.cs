using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Representation.Decoders;

/// <summary>
/// Keeps log-variances between two bounds, smoothly (as Chua et al. 2018, appendix A.1): a series without noise would otherwise
/// drive them to minus infinity, and a hard bound would not let them come back, as it has no gradient.
/// </summary>
internal static class LogVariance
{
    /// <summary>Natural logarithm of the smallest and largest variance; standard deviations of 0.0009 and 1100.</summary>
    public const double Lowest = -14;

    /// <inheritdoc cref="Lowest"/>
    public const double Highest = 14;

    private static readonly Scalar Low = TensorArithmetic.Number(Lowest);
    private static readonly Scalar High = TensorArithmetic.Number(Highest);

    /// <summary>Bounds values of any shape; those near zero change by less than a millionth.</summary>
    public static Tensor Bound(Tensor value)
    {
        using var fromTop = value.neg().PlusInPlace(High);
        using var below = fromTop.SoftPlus().neg().Plus(High);
        using var fromBottom = below - Low;
        return fromBottom.SoftPlus().Plus(Low);
    }
}
