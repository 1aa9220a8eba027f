using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

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

    // Constants of their own: an implicitly made Scalar may be finalised while native code still reads it.
    private static readonly Scalar Low = Lowest;
    private static readonly Scalar High = Highest;

    /// <summary>Bounds values of any shape; those near zero change by less than a millionth.</summary>
    public static Tensor Bound(Tensor value)
    {
        using var fromTop = value.neg().add_(High);
        using var below = functional.softplus(fromTop).neg().add(High);
        using var fromBottom = below - Low;
        return functional.softplus(fromBottom) + Low;
    }
}
