using System.Collections.Immutable;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Metrics;
using Atat.Networks;
using Atat.Networks.Weights;
using Atat.Training.Batches;
using Atat.Training.Configuration;
using Atat.Training.Data;
using Atat.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Training;

/// <summary>Classifies with a trained network; needs its folder and data, nothing else.</summary>
public sealed class NetworkClassifier : IClassifier
{
    private readonly AtatModel model;
    private readonly ModelDescription description;
    private readonly MetadataTransformation metadata;
    private readonly FeatureTransformation features;
    private readonly string? featureFile;
    private readonly TrainingConfig config;
    private readonly Device device;

    private NetworkClassifier(AtatModel model, RunFolder folder, TrainingConfig config, ModelDescription description, Device device, ClassifierOptions options)
    {
        this.model = model;
        this.description = description;
        this.device = device;
        this.config = config;
        (metadata, features) = folder.ReadTransformations(description.Features);
        featureFile = options.Features;
        Calibration = options.Calibrated ? folder.ReadCalibration() : null;
    }

    /// <summary>Class names in the order of the probabilities.</summary>
    public ImmutableArray<string> Classes => description.Classes();

    /// <summary>What the probabilities are calibrated with; null where they are not.</summary>
    public Calibration? Calibration { get; }

    /// <summary>Opens a run's best weights.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="options">How it is used.</param>
    /// <exception cref="InputException">The folder lacks a file, or one is damaged.</exception>
    public static NetworkClassifier Open(RunFolder folder, ClassifierOptions options)
    {
        var training = folder.ReadConfig();
        var meaning = folder.ReadDescription();
        if (!File.Exists(folder.Best))
        {
            throw new InputException($"{folder.Path} has no weights yet: training stopped before its first evaluation. Resume it first.");
        }

        var target = Devices.Open(options.Device, options.Threads);
        var network = new AtatModel(meaning.Architecture(training));
        ModelWeights.Load(network, folder.Best);
        network.to(target);
        return new NetworkClassifier(network, folder, training, meaning, target, options);
    }

    /// <summary>Dimensions of an embedding.</summary>
    public int EmbeddingWidth => model.Architecture.EmbeddingWidth;

    /// <inheritdoc/>
    public Func<int[], double, float[]> Over(Catalog catalog)
    {
        var prepare = Passes(catalog);
        return (part, day) =>
        {
            var (builder, samples) = prepare(part, day);
            var logits = Inference.Logits(model, builder, samples);
            return [.. Softmax.OfRows([.. logits.Select(l => (double)l)], model.Architecture.Classes, Calibration?.Temperature ?? 1).Select(p => (float)p)];
        };
    }

    /// <summary>Prepares a catalog's objects to be embedded in passes: what the head of the prediction reads of them.</summary>
    /// <param name="catalog">The objects.</param>
    /// <returns>Embeddings (objects, <see cref="EmbeddingWidth"/>), row-major, of some of the objects at a day after their first detection.</returns>
    /// <exception cref="InputException">The catalog lacks a column or has an unknown band; the passes throw where the features lack an object or a day.</exception>
    public Func<int[], double, float[]> Embedding(Catalog catalog)
    {
        var prepare = Passes(catalog);
        return (part, day) =>
        {
            var (builder, samples) = prepare(part, day);
            return Inference.Embeddings(model, builder, samples);
        };
    }

    /// <inheritdoc/>
    public PredictionTable Predict(Catalog catalog, ReadOnlySpan<int> rows, ReadOnlySpan<double> days, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        PredictionPasses.Run(new Taxonomy(description.Taxonomy), catalog, rows, days, Over(catalog), progress, cancellation);

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();

    private Func<int[], double, (BatchBuilder Builder, Sample[] Samples)> Passes(Catalog catalog)
    {
        var windows = new WindowedLightCurves(catalog, config.Window.Rule, config.Window.PerBand, description.BandMap(catalog.Schema));
        var inputs = new ModelInputs(catalog, windows, description.Scaling, metadata, config.Network.Inputs);
        var source = FeatureSource.ForModel(description.Features, featureFile, catalog.Schema);
        return (part, day) =>
        {
            var seen = inputs with { Features = FeatureInputs.Of(features, source, catalog, part, [day]) };
            var samples = part.Select((index, i) => seen.At(index, day, i)).ToArray();
            return (new BatchBuilder(seen, model.Architecture, config.Batch.MicroBatchTokens, device), samples);
        };
    }
}
