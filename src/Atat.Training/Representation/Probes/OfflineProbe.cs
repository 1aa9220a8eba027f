using Atat.Networks;
using Atat.Training.Optimisation;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Training.Representation.Probes;

/// <summary>
/// Trains a classifier on finished embeddings until it converges (Acc-Linear and Acc-MLP of thesis section 3.3.3): Adam with a learning rate that falls
/// to zero along a cosine. Embeddings are standardised first, which changes nothing that a linear layer could tell apart, and lets it converge.
/// </summary>
internal static class OfflineProbe
{
    private const int Steps = 2000;
    private const int Batch = 256;
    private const double LearningRate = 1e-2;

    private static readonly Scalar LeastDeviation = TensorArithmetic.Number(1e-6);

    /// <summary>Trains a probe and lets it classify.</summary>
    /// <param name="probe">Fresh; (objects, width) to logits.</param>
    /// <param name="training">What it learns.</param>
    /// <param name="test">(objects, width): what it classifies.</param>
    /// <returns>(objects): the class of each test embedding, int64.</returns>
    public static Tensor Classify(Module<Tensor, Tensor> probe, EmbeddedSet training, Tensor test)
    {
        using var scope = NewDisposeScope();
        var mean = training.Embeddings.mean([0], keepdim: true);
        var deviation = training.Embeddings.std(0, unbiased: false, keepdim: true).clamp(min: LeastDeviation);
        var inputs = ((training.Embeddings - mean) / deviation).detach();
        using var optimiser = new AdamW(probe, PlainAdam.Config);
        var count = inputs.shape[0];
        for (var step = 0; step < Steps; step++)
        {
            using var stepScope = NewDisposeScope();
            var rows = count <= Batch ? TensorArithmetic.Counting(count, inputs.device) : randint(0, count, [Batch], ScalarType.Int64, inputs.device);
            var loss = functional.cross_entropy(probe.forward(inputs.index_select(0, rows)), training.Labels.index_select(0, rows));
            loss.backward();
            optimiser.Step(step, LearningRate * 0.5 * (1 + Math.Cos(Math.PI * step / Steps)));
        }

        using var _ = no_grad();
        return probe.forward((test - mean) / deviation).argmax(1).MoveToOuterDisposeScope();
    }
}
