using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Representation.Losses;

/// <summary>
/// The normal likelihood with a covariance between all observations of an object (thesis equation 3.2, with the inverse of the covariance in the
/// quadratic form, as a normal distribution has it). Time and memory grow with the cube and the square of the length: for short sequences.
/// </summary>
public static class FullCovariance
{
    private static readonly Scalar HalfLogTwoPi = TensorArithmetic.Number(0.5 * Math.Log(2 * Math.PI));
    private static readonly Scalar Zero = TensorArithmetic.Number(0);
    private static readonly Scalar Half = TensorArithmetic.Number(0.5);
    private static readonly Scalar One = TensorArithmetic.Number(1);

    /// <summary>Negative logarithm of the likelihood of each object, divided by its length; 0 for an object without observations.</summary>
    /// <param name="mean">(batch, steps).</param>
    /// <param name="covariance">(batch, steps, steps), symmetric and positive definite where nothing is padded.</param>
    /// <param name="series">What was observed.</param>
    /// <returns>(batch).</returns>
    public static Tensor NegativeLogLikelihood(Tensor mean, Tensor covariance, Series series)
    {
        using var weights = series.Points.Weights(mean);
        using var lengths = weights.sum([1]);
        using var pairs = weights.unsqueeze(2) * weights.unsqueeze(1);

        // Padding is independent of everything, of variance one and as predicted: it adds nothing to either term.
        var filled = covariance.masked_fill(pairs.eq(Zero), Zero).Plus(diag_embed(weights.neg().Plus(One)));
        var factor = linalg.cholesky(filled);
        var logRoot = factor.diagonal(0, 1, 2).log().sum([1]);
        var residuals = series.Points.Clean(mean - series.Values).unsqueeze(2);
        var whitened = linalg.solve_triangular(factor, residuals, upper: false).squeeze(2);
        return (lengths * HalfLogTwoPi).Plus(logRoot).Plus(whitened.Squared().sum([1]) * Half) / lengths.clamp(min: One);
    }
}
