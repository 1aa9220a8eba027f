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

/// <summary>Classifies with a trained run; needs its folder and data, nothing else.</summary>
public sealed class Predictor : IDisposable
{
    // Rows between two reports of progress.
    private const int RowsAtOnce = 8192;

    private readonly AtatModel model;
    private readonly ModelDescription description;
    private readonly MetadataTransformation metadata;
    private readonly TrainingConfig config;
    private readonly Device device;

    private Predictor(AtatModel model, ModelDescription description, MetadataTransformation metadata, TrainingConfig config, Device device, Calibration? calibration)
    {
        Calibration = calibration;
        this.model = model;
        this.description = description;
        this.metadata = metadata;
        this.config = config;
        this.device = device;
    }

    /// <summary>Class names in the order of the probabilities.</summary>
    public ImmutableArray<string> Classes => description.Classes();

    /// <summary>What the probabilities are calibrated with; null where they are not.</summary>
    public Calibration? Calibration { get; }

    /// <summary>Opens a run's best weights.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="deviceName">Device: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, <c>mps</c>.</param>
    /// <param name="threads">Threads of one operation; 0 for as many as the machine has.</param>
    /// <param name="calibrated">Whether to apply the run's temperature, where it has one.</param>
    /// <exception cref="InputException">The folder lacks a file, or one is damaged.</exception>
    public static Predictor Open(RunFolder folder, string deviceName = "cpu", int threads = 0, bool calibrated = true)
    {
        folder.ReadInfo();
        var training = folder.ReadConfig();
        var meaning = folder.ReadDescription();
        var quantiles = folder.ReadMetadata();
        if (!File.Exists(folder.Best))
        {
            throw new InputException($"{folder.Path} has no weights yet: training stopped before its first evaluation. Resume it first.");
        }

        var target = Devices.Open(deviceName, threads);
        var network = new AtatModel(meaning.Architecture(training));
        ModelWeights.Load(network, folder.Best);
        network.to(target);
        return new Predictor(network, meaning, quantiles, training, target, calibrated ? folder.ReadCalibration() : null);
    }

    /// <summary>Classifies objects at days after their first detection.</summary>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="days">Days; positive infinity for whole light curves.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops between passes.</param>
    /// <returns>All rows of the first day, then of the next.</returns>
    /// <exception cref="InputException">The catalog lacks a column or has an unknown band.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public PredictionTable Predict(Catalog catalog, ReadOnlySpan<int> rows, ReadOnlySpan<double> days, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var windows = new WindowedLightCurves(catalog, config.Window.Rule, config.Window.PerBand, description.BandMap(catalog.Schema));
        var inputs = new ModelInputs(catalog, windows, description.Scaling, metadata, config.Network.Inputs);
        var builder = new BatchBuilder(inputs, model.Architecture, config.Batch.MicroBatchTokens, device);
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
                    samples[i] = new Sample(part[i], windows.Length(part[i], day), i);
                    ids[next + i] = catalog.Ids[part[i]];
                    dayOf[next + i] = day;
                    labels[next + i] = catalog.Labels[part[i]] is { } label && taxonomy.ClassOf(label) is var c and >= 0 ? taxonomy.Classes[c] : null;
                }

                var logits = Inference.Logits(model, builder, samples);
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
