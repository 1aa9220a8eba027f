using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Representation.Losses;

/// <summary>
/// The losses of thesis section 3.2 with a variance for each observation, to be minimised: one number an object, divided by its length ("in
/// practice" there); their mean is the loss of a batch. Padding adds nothing and gets no gradient; an object without observations has the loss 0.
/// </summary>
/// <remarks>
/// The thesis divides by L_ij and leaves open whether that is the length of an object or of a band. It is the object's here; with
/// the number of bands as last argument, bands are averaged on their own first, then those that have observations together.
/// </remarks>
public static class ReconstructionLosses
{
    private static readonly Scalar LogTwoPi = TensorArithmetic.Number(Math.Log(2 * Math.PI));
    private static readonly Scalar Half = TensorArithmetic.Number(0.5);
    private static readonly Scalar Zero = TensorArithmetic.Number(0);
    private static readonly Scalar One = TensorArithmetic.Number(1);

    /// <summary>The loss of a kind.</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    public static Tensor Of(ReconstructionLoss loss, Prediction prediction, Series series, int separateBands = 1) => loss switch
    {
        ReconstructionLoss.MeanSquaredError => MeanSquaredError(prediction, series, separateBands),
        ReconstructionLoss.NegativeLogLikelihood => NegativeLogLikelihood(prediction, series, separateBands),
        ReconstructionLoss.CrossEntropy => CrossEntropy(prediction, series, separateBands),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "There is no such loss."),
    };

    /// <summary>Mean squared error (equation 3.1); the predicted variance does not matter.</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    public static Tensor MeanSquaredError(Prediction prediction, Series series, int separateBands = 1) =>
        PerObject(SquaredResiduals(prediction, series), series, separateBands);

    /// <summary>Negative logarithm of the normal likelihood (equation 3.3): that of an observation is ½ (ln 2 pi v + r² / v).</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    public static Tensor NegativeLogLikelihood(Prediction prediction, Series series, int separateBands = 1) =>
        PerObject(Normal(SquaredResiduals(prediction, series), prediction, series), series, separateBands);

    /// <summary>
    /// Cross-entropy of two normal distributions, the observation with its variance s and the prediction (equation 3.4): that of an observation is
    /// ½ (ln 2 pi v + (s + r²) / v).
    /// </summary>
    /// <param name="prediction">Mean and log-variance of every observation.</param>
    /// <param name="series">What was observed.</param>
    /// <param name="separateBands">Number of bands to average on their own; 1 to average over all observations of an object.</param>
    /// <returns>(batch).</returns>
    /// <exception cref="ArgumentException">The loss is the cross-entropy and the series has no variances.</exception>
    public static Tensor CrossEntropy(Prediction prediction, Series series, int separateBands = 1)
    {
        if (series.Variances is null)
        {
            throw new ArgumentException("The cross-entropy needs the variance of every observation; without them, take the likelihood.", nameof(series));
        }

        var spread = SquaredResiduals(prediction, series).Plus(series.Points.Clean(series.Variances));
        return PerObject(Normal(spread, prediction, series), series, separateBands);
    }

    private static Tensor SquaredResiduals(Prediction prediction, Series series) =>
        series.Points.Clean(prediction.Mean - series.Values).Squared();

    private static Tensor Normal(Tensor spread, Prediction prediction, Series series)
    {
        var logVariance = series.Points.Clean(prediction.LogVariance);
        return logVariance.Plus(spread * logVariance.neg().exp()).Plus(LogTwoPi) * Half;
    }

    private static Tensor PerObject(Tensor terms, Series series, int separateBands)
    {
        using var weights = separateBands == 1 ? series.Points.Weights(terms).unsqueeze(2) : series.Points.Membership(separateBands, terms);
        using var counts = weights.sum([1]);
        using var present = counts.gt(Zero).to(terms.dtype).sum([1]);
        var sums = terms.unsqueeze(1).matmul(weights).squeeze(1);
        return (sums / counts.clamp(min: One)).sum([1]) / present.clamp(min: One);
    }
}
