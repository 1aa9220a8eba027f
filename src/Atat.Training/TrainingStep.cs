using Atat.Networks;
using Atat.Training.Batches;
using Atat.Training.Optimisation;
using static TorchSharp.torch;

namespace Atat.Training;

/// <summary>The forward and backward pass of one batch.</summary>
internal static class TrainingStep
{
    /// <summary>
    /// Adds a batch's gradients: of the unweighted sum of the heads' losses, averaged over the batch. It is summed over the
    /// micro-batches, so that their sizes change nothing.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="batch">The objects.</param>
    /// <param name="classes">Class of every object of the catalog.</param>
    /// <param name="headLoss">Loss of one head.</param>
    /// <param name="device">The network's device.</param>
    /// <returns>The loss.</returns>
    public static double Accumulate(AtatModel model, TrainingBatch batch, int[] classes, TrainingLoss headLoss, Device device)
    {
        model.train();
        var total = 0.0;
        using var divisor = TensorArithmetic.Number(batch.Size);
        foreach (var part in batch.Parts)
        {
            using var scope = NewDisposeScope();
            using var labels = tensor([.. part.Samples.Select(s => (long)classes[s.Index])], device: device);
            var output = model.forward(part.LightCurves, part.Tabular);
            var loss = output.Heads
                .Select(h => headLoss.Sum(h, labels))
                .Aggregate(TensorArithmetic.Plus).div(divisor);
            loss.backward();
            total += loss.item<float>();
        }

        return total;
    }
}
