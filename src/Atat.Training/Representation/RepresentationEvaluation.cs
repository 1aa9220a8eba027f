using Atat.Metrics.Embeddings;
using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using Atat.Training.Representation.Data;
using Atat.Training.Representation.Probes;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Training.Representation;

/// <summary>Scores a trained autoencoder on the test set (thesis section 3.3.3).</summary>
internal static class RepresentationEvaluation
{
    private const int Neighbours = 15;

    /// <summary>Scores it; fine-tuning comes last, since it changes the encoder.</summary>
    public static RepresentationScores Run(Pretraining training, RepresentationConfig config, SeriesData data, RepresentationRunFolder folder, Device device, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        manual_seed(SeededRandom.For(config.Seed, RandomPurpose.Network, -2).Next());
        var (network, classes) = (training.Network, data.Classes.Length);
        network.eval();
        var error = MeanSquaredError(network, data.Test, config.BatchSize, device);
        using var known = Embedding.Of(network, data.Training, config.BatchSize, device);
        using var test = Embedding.Of(network, data.Test, config.BatchSize, device);
        var online = training.Probes.Accuracies(test.Embeddings, test.Labels);
        using var linearProbe = Linear(network.EmbeddingWidth, classes).to(device);
        using var perceptronProbe = new Perceptron(network.EmbeddingWidth, classes).to(device);
        var linear = OfflineProbe.Classify(linearProbe, known, test.Embeddings);
        var perceptron = OfflineProbe.Classify(perceptronProbe, known, test.Embeddings);
        folder.WriteTest([KeyValuePair.Create("embedding", test.Embeddings), KeyValuePair.Create("label", test.Labels), KeyValuePair.Create("linear", linear), KeyValuePair.Create("perceptron", perceptron)]);
        var neighbours = NeighbourVote(known, test.Embeddings, classes);
        network.train();
        var tuned = config.FineTuningShare > 0 ? FineTuning.Run(network, data, config, device, cancellation) : (Accuracy: double.NaN, Objects: 0);
        return new()
        {
            TrainingObjects = data.Training.Count,
            TestObjects = data.Test.Count,
            MeanSquaredError = error,
            AccuracyLinear = Share(linear, test.Labels),
            AccuracyOnlineLinear = online.Linear,
            AccuracyPerceptron = Share(perceptron, test.Labels),
            AccuracyOnlinePerceptron = online.Perceptron,
            AccuracyNeighbours = Share(neighbours, test.Labels),
            AccuracyFineTuned = tuned.Accuracy,
            FineTunedObjects = tuned.Objects,
        };
    }

    private static double Share(Tensor classified, Tensor labels) => classified.eq(labels).to(float64).mean().item<double>();

    private static double MeanSquaredError(Autoencoder network, SeriesSet set, int batchSize, Device device)
    {
        using var _ = no_grad();
        var sum = 0.0;
        foreach (var rows in SeriesOrder.ByLength(set, batchSize))
        {
            using var scope = NewDisposeScope();
            using var series = set.Pack(rows, device);
            sum += ReconstructionLosses.MeanSquaredError(network.forward(series), series).sum().item<float>();
        }

        return sum / set.Count;
    }

    // The lowest class where votes are equal.
    private static Tensor NeighbourVote(EmbeddedSet known, Tensor test, int classes)
    {
        using var scope = NewDisposeScope();
        var nearest = cdist(test, known.Embeddings).topk((int)Math.Min(Neighbours, known.Embeddings.shape[0]), 1, largest: false).indexes;
        var votes = functional.one_hot(known.Labels.index_select(0, nearest.reshape(-1)), classes).view(nearest.shape[0], nearest.shape[1], classes).sum([1]);
        return votes.argmax(1).MoveToOuterDisposeScope();
    }
}
