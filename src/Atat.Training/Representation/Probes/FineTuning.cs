using Atat.Networks;
using Atat.Networks.Representation;
using Atat.Training.Representation.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Training.Representation.Probes;

/// <summary>
/// Trains an encoder end to end with few labels (thesis sections 3.3.3 and 3.4.4): a linear layer on its embedding, all weights free, until the accuracy in
/// the validation set does not rise for as many evaluations as the patience of the pretraining.
/// </summary>
internal static class FineTuning
{
    // Fewer labels than this leave accuracies that tell nothing.
    private const int FewestObjects = 200;

    // A tenth of a small set is a batch or two, which is no pass to judge by.
    private const int LeastSteps = 20;

    private const int MostEvaluations = 100;

    /// <summary>Fine-tunes; the autoencoder's encoder is changed, and ends with the last weights, though the accuracy is of the best.</summary>
    /// <param name="network">The pretrained autoencoder.</param>
    /// <param name="data">Its data.</param>
    /// <param name="config">Its configuration.</param>
    /// <param name="device">Where it is.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The accuracy on the test set and the number of labels; NaN and 0 where fewer than 200 are left.</returns>
    public static (double Accuracy, int Objects) Run(Autoencoder network, SeriesData data, RepresentationConfig config, Device device, CancellationToken cancellation)
    {
        var rows = Draw(data.Training, config);
        if (rows.Length < FewestObjects)
        {
            return (double.NaN, 0);
        }

        using var head = Linear(network.EmbeddingWidth, data.Classes.Length).to(device);
        using var encoderOptimiser = new Optimisation.AdamW(network, PlainAdam.Config);
        using var headOptimiser = new Optimisation.AdamW(head, PlainAdam.Config);
        var (best, since, test) = (double.NegativeInfinity, 0, double.NaN);
        var (step, epoch) = (0, 0);
        for (var evaluation = 0; evaluation < MostEvaluations && since < config.Patience; evaluation++)
        {
            for (var steps = 0; steps < LeastSteps; epoch++)
            {
                foreach (var batch in SeriesOrder.Shuffled(data.Training, rows, config.BatchSize, SeededRandom.For(config.Seed, RandomPurpose.FineTuning, epoch)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    Accumulate(network, head, data.Training, batch, config, device);
                    encoderOptimiser.Step(step, config.LearningRate);
                    headOptimiser.Step(step, config.LearningRate);
                    (step, steps) = (step + 1, steps + 1);
                }
            }

            var accuracy = Accuracy(network, head, data.Validation, config.BatchSize, device);
            since++;
            if (accuracy > best)
            {
                (best, since, test) = (accuracy, 0, Accuracy(network, head, data.Test, config.BatchSize, device));
            }
        }

        return (test, rows.Length);
    }

    // The same share of every class.
    private static int[] Draw(SeriesSet training, RepresentationConfig config)
    {
        var random = SeededRandom.For(config.Seed, RandomPurpose.FineTuning, -1);
        return [.. Enumerable.Range(0, training.Count).GroupBy(i => training.Labels[i]).OrderBy(g => g.Key).SelectMany(group =>
        {
            var rows = group.ToArray();
            random.Shuffle(rows);
            return rows.Take((int)Math.Round(rows.Length * config.FineTuningShare));
        }).Order()];
    }

    private static void Accumulate(Autoencoder network, Linear head, SeriesSet set, int[] batch, RepresentationConfig config, Device device)
    {
        foreach (var part in batch.Chunk(config.MicroBatch > 0 ? config.MicroBatch : batch.Length))
        {
            using var scope = NewDisposeScope();
            using var series = set.Pack(part, device);
            using var share = TensorArithmetic.Number((double)part.Length / batch.Length);
            (functional.cross_entropy(head.forward(network.Embed(series)), set.LabelsOf(part, device)) * share).backward();
        }
    }

    private static double Accuracy(Autoencoder network, Linear head, SeriesSet set, int batchSize, Device device)
    {
        using var scope = NewDisposeScope();
        using var embedded = Embedding.Of(network, set, batchSize, device);
        using var _ = no_grad();
        return head.forward(embedded.Embeddings).argmax(1).eq(embedded.Labels).to(float64).mean().item<double>();
    }
}
