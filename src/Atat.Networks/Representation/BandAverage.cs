using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Representation;

/// <summary>
/// Averages of the observations of each band with weights that are the exponential of a score: what both interpolation models come down to.
/// As each observation is of one band, the scores of all bands share one matrix.
/// </summary>
internal static class BandAverage
{
    // The logarithm of the weight that a band without observations has: its exponential is exactly zero, in single precision too.
    private static readonly Scalar Nothing = TensorArithmetic.Number(-1e30);

    private static readonly Scalar Never = TensorArithmetic.Number(double.NegativeInfinity);

    private static readonly Scalar Zero = TensorArithmetic.Number(0);

    /// <summary>Averages; the highest score of each band is taken out, so that no exponential overflows and no sum vanishes.</summary>
    /// <param name="scores">(…, points, steps), finite.</param>
    /// <param name="values">(…, steps), finite in padding too.</param>
    /// <param name="membership">(…, steps, bands), see <see cref="TimePoints.Membership"/>.</param>
    /// <returns>
    /// (…, points, bands) both: the average, 0 for a band without observations, and the logarithm of the sum of its weights, -1e30 for such a band.
    /// </returns>
    public static (Tensor Average, Tensor LogSum) Of(Tensor scores, Tensor values, Tensor membership)
    {
        using var peaks = Peaks(scores, membership);
        using var padding = membership.sum([-1]).eq(Zero).unsqueeze(-2);
        using var shift = peaks.matmul(membership.transpose(-1, -2));
        using var weights = (scores - shift).masked_fill(padding, Never).exp();
        using var sums = weights.matmul(membership);
        using var isEmpty = sums.eq(Zero);
        using var divisors = sums.Plus(isEmpty.to(sums.dtype));
        using var weighted = weights.matmul(membership * values.unsqueeze(-1));
        return (weighted / divisors, divisors.log().Plus(peaks).masked_fill(isEmpty, Nothing));
    }

    // The result does not depend on them, so that they need no gradient.
    private static Tensor Peaks(Tensor scores, Tensor membership)
    {
        using var _ = no_grad();
        var ofBands = membership.unbind(-1)
            .Select(isOf => scores.masked_fill(isOf.eq(Zero).unsqueeze(-2), Never).amax([-1]))
            .ToArray();
        using var peaks = stack(ofBands, -1);
        using var isEmpty = peaks.isneginf();
        return peaks.masked_fill(isEmpty, Zero);
    }
}
