using Atat.Networks;
using Atat.Training.Configuration;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Training.Optimisation;

/// <summary>
/// The loss of one head: cross-entropy or focal loss (Lin et al. 2017), weighted by class (Cui et al. 2019), on logits that are adjusted by
/// the classes' shares (Menon et al. 2021). Predictions know nothing of it: they read the logits as they are.
/// </summary>
public sealed class TrainingLoss : IDisposable
{
    // Below it the slope of a power less than 1 would be infinite, and 0 times it not a number.
    private const double LeastShortfall = 1e-12;

    private readonly OptimiserConfig config;
    private readonly Tensor? weights;
    private readonly Tensor? adjustment;

    private readonly Scalar gamma;
    private readonly Scalar least = TensorArithmetic.Number(LeastShortfall);

    /// <summary>Makes a loss.</summary>
    /// <param name="config">Which loss.</param>
    /// <param name="counts">Training objects of each class, at least one; for weights and adjustment.</param>
    /// <param name="device">The network's device.</param>
    public TrainingLoss(OptimiserConfig config, ReadOnlySpan<int> counts, Device device)
    {
        this.config = config;
        gamma = TensorArithmetic.Number(config.FocalGamma);
        if (config.ClassWeights != ClassWeighting.None)
        {
            weights = Constant(ClassWeights.Of(config.ClassWeights, config.EffectiveBeta, counts), device);
        }

        if (config.LogitAdjustment > 0)
        {
            double objects = 0;
            foreach (var count in counts)
            {
                objects += count;
            }

            adjustment = Constant([.. counts.ToArray().Select(n => config.LogitAdjustment * Math.Log(n / objects))], device);
        }
    }

    /// <summary>The sum over a micro-batch.</summary>
    /// <param name="logits">(batch, classes).</param>
    /// <param name="labels">(batch), int64.</param>
    /// <returns>A scalar.</returns>
    public Tensor Sum(Tensor logits, Tensor labels)
    {
        var adjusted = adjustment is null ? logits : logits.Plus(adjustment);
        if (config.Loss == LossFunction.CrossEntropy)
        {
            return nn.functional.cross_entropy(adjusted, labels, weights, reduction: nn.Reduction.Sum, label_smoothing: config.LabelSmoothing);
        }

        // 1 - p as -expm1(log p): the difference itself would be lost in rounding where p is nearly 1.
        var shortfall = nn.functional.log_softmax(adjusted, 1).gather(1, labels.unsqueeze(1)).squeeze(1).expm1().neg().clamp_min(least);
        var each = nn.functional.cross_entropy(adjusted, labels, weights, reduction: nn.Reduction.None, label_smoothing: config.LabelSmoothing);
        return (shortfall.pow(gamma) * each).sum();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        weights?.Dispose();
        adjustment?.Dispose();
        gamma.Dispose();
        least.Dispose();
    }

    private static Tensor Constant(double[] values, Device device) =>
        tensor([.. values.Select(v => (float)v)], device: device).DetachFromDisposeScope();
}
