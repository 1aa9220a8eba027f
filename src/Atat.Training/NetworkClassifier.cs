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
    // Rows between two reports of progress.
    private const int RowsAtOnce = 8192;

    private readonly AtatModel model;
    private readonly ModelDescription description;
    private readonly MetadataTransformation metadata;
    private readonly FeatureTransformation features;
    private readonly string? featureFile;
    private readonly TrainingConfig config;
    private readonly Device device;

    private NetworkClassifier(AtatModel model, RunFolder folder, ModelDescription description, Device device, ClassifierOptions options)
    {
        this.model = model;
        this.description = description;
        this.device = device;
        config = folder.ReadConfig();
        metadata = folder.ReadMetadata();
        features = folder.ReadFeatures(description.Features);
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
        folder.ReadInfo();
        var meaning = folder.ReadDescription();
        if (!File.Exists(folder.Best))
        {
            throw new InputException($"{folder.Path} has no weights yet: training stopped before its first evaluation. Resume it first.");
        }

        var target = Devices.Open(options.Device, options.Threads);
        var network = new AtatModel(meaning.Architecture(folder.ReadConfig()));
        ModelWeights.Load(network, folder.Best);
        network.to(target);
        return new NetworkClassifier(network, folder, meaning, target, options);
    }

    /// <inheritdoc/>
    public PredictionTable Predict(Catalog catalog, ReadOnlySpan<int> rows, ReadOnlySpan<double> days, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var windows = new WindowedLightCurves(catalog, config.Window.Rule, config.Window.PerBand, description.BandMap(catalog.Schema));
        var inputs = new ModelInputs(catalog, windows, description.Scaling, metadata, config.Network.Inputs);
        var source = FeatureSource.ForModel(description.Features, featureFile, catalog.Schema);
        var classes = model.Architecture.Classes;
        var total = rows.Length * days.Length;
        var probabilities = new float[total * classes];
        var (ids, dayOf, labels) = (new string[total], new double[total], new string?[total]);
        var taxonomy = new Taxonomy(description.Taxonomy);
        var next = 0;
        foreach (var day in days)
        {
            for (var start = 0; start < rows.Length; start += RowsAtOnce)
            {
                cancellation.ThrowIfCancellationRequested();
                var part = rows.Slice(start, Math.Min(RowsAtOnce, rows.Length - start));
                var samples = new Sample[part.Length];
                for (var i = 0; i < part.Length; i++)
                {
                    samples[i] = inputs.At(part[i], day, i);
                    ids[next + i] = catalog.Ids[part[i]];
                    dayOf[next + i] = day;
                    labels[next + i] = catalog.Labels[part[i]] is { } label && taxonomy.ClassOf(label) is var c and >= 0 ? taxonomy.Classes[c] : null;
                }

                var seen = inputs with { Features = FeatureInputs.Of(features, source, catalog, part.ToArray(), [day]) };
                var logits = Inference.Logits(model, new BatchBuilder(seen, model.Architecture, config.Batch.MicroBatchTokens, device), samples);
                var softmax = Softmax.OfRows([.. logits.Select(l => (double)l)], classes, Calibration?.Temperature ?? 1);
                for (var i = 0; i < softmax.Length; i++)
                {
                    probabilities[(next * classes) + i] = (float)softmax[i];
                }

                next += part.Length;
                progress?.Report((double)next / total);
            }
        }

        return new PredictionTable(taxonomy.Classes, ids, dayOf, labels, probabilities);
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
