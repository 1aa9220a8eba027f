using Atat.Networks;
using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using Atat.Training.Optimisation;
using Atat.Training.Representation.Data;
using Atat.Training.Representation.Probes;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Training.Representation;

/// <summary>An autoencoder in training, with the probes that learn beside it.</summary>
internal sealed class Pretraining : IDisposable
{
    private readonly RepresentationConfig config;
    private readonly SeriesData data;
    private readonly Device device;
    private readonly int[] rows;

    /// <summary>Makes networks with fresh weights by the seed.</summary>
    public Pretraining(RepresentationConfig config, SeriesData data, Device device)
    {
        (this.config, this.data, this.device) = (config, data, device);
        rows = [.. Enumerable.Range(0, data.Training.Count)];
        manual_seed(SeededRandom.For(config.Seed, RandomPurpose.Network, -1).Next());
        Network = RepresentationParts.Autoencoder(config.Network);
        Probes = new OnlineProbes(Network.EmbeddingWidth, data.Classes.Length);
        Network.to(device);
        Probes.to(device);
        NetworkOptimiser = new AdamW(Network, PlainAdam.Config);
        ProbeOptimiser = new AdamW(Probes, PlainAdam.Config);
    }

    /// <summary>The autoencoder.</summary>
    public Autoencoder Network { get; }

    /// <summary>Its online probes.</summary>
    public OnlineProbes Probes { get; }

    /// <summary>Optimiser of the autoencoder.</summary>
    public AdamW NetworkOptimiser { get; }

    /// <summary>Optimiser of the probes.</summary>
    public AdamW ProbeOptimiser { get; }

    /// <summary>Goes through the training set: once, or more often where that makes fewer steps than the configuration asks for.</summary>
    /// <param name="epoch">0-based number of the pass.</param>
    /// <param name="step">Steps before it.</param>
    /// <param name="cancellation">Stops within the pass.</param>
    /// <returns>Steps so far, mean loss, and mean squared error (equation 3.1) as the weights were at each batch.</returns>
    /// <exception cref="LightCurves.InputException">The loss is no longer a number.</exception>
    public (long Step, double Loss, double MeanSquaredError) Pass(int epoch, long step, CancellationToken cancellation)
    {
        var (first, losses, errors, objects) = (step, 0.0, 0.0, 0);
        for (var round = 0; step - first < config.LeastSteps || round == 0; round++)
        {
            var random = SeededRandom.For(config.Seed, RandomPurpose.Order, ((long)epoch * config.LeastSteps) + round);
            foreach (var batch in SeriesOrder.Shuffled(data.Training, rows, config.BatchSize, random))
            {
                cancellation.ThrowIfCancellationRequested();
                var (loss, error) = Step(batch, step++);
                losses += loss * batch.Length;
                errors += error * batch.Length;
                objects += batch.Length;
            }
        }

        return (step, losses / objects, errors / objects);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NetworkOptimiser.Dispose();
        ProbeOptimiser.Dispose();
        Network.Dispose();
        Probes.Dispose();
    }

    /// <summary>Takes one step.</summary>
    /// <param name="batch">Rows of the training set.</param>
    /// <param name="step">0-based number of the step.</param>
    /// <returns>Loss and squared error of the batch.</returns>
    /// <exception cref="LightCurves.InputException">The gradient is no longer a number.</exception>
    public (double Loss, double Error) Step(int[] batch, long step)
    {
        var (losses, errors) = (0.0, 0.0);
        foreach (var part in batch.Chunk(config.MicroBatch > 0 ? config.MicroBatch : batch.Length))
        {
            using var scope = NewDisposeScope();
            using var series = data.Training.Pack(part, device);
            using var share = TensorArithmetic.Number((double)part.Length / batch.Length);
            var embedding = Network.Embed(series);
            var prediction = Network.Decode(embedding, series.Points);
            var loss = ReconstructionLosses.Of(config.Loss, prediction, series).mean() * share;
            var error = config.Loss == ReconstructionLoss.MeanSquaredError ? loss : ReconstructionLosses.MeanSquaredError(prediction, series).mean() * share;
            loss.backward();
            (Probes.Loss(embedding, data.Training.LabelsOf(part, device)) * share).backward();
            losses += loss.item<float>();
            errors += error.item<float>();
        }

        var norm = NetworkOptimiser.Step(step, config.LearningRate);
        ProbeOptimiser.Step(step, config.LearningRate);
        return double.IsFinite(norm) ? (losses, errors)
            : throw new LightCurves.InputException(FormattableString.Invariant($"Training diverged at step {step + 1}: the gradient is not a number; lower learning_rate (now {config.LearningRate:G3})."));
    }
}
