using System.Diagnostics;
using Atat.LightCurves;
using Atat.Networks;
using Atat.Training.Batches;
using Atat.Training.Configuration;
using Atat.Training.Data;
using Atat.Training.Optimisation;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Training.Benchmarks;

/// <summary>
/// Times the light-curve network on the windows of a catalog, ragged as the trainer and the predictor run it and in the padded layout: the
/// same weights, the same objects, the same process, in turn. Batches are made while the network runs in one case and before it in the
/// other, which is in the padded layout's favour.
/// </summary>
public sealed class NetworkBenchmark : IDisposable
{
    private readonly TrainingConfig config = Presets.Atat;
    private readonly Device device;
    private readonly ModelInputs inputs;
    private readonly AtatModel model;
    private readonly AdamW optimiser;
    private readonly TrainingLoss headLoss;
    private readonly BatchBuilder builder;
    private readonly Sample[] samples;
    private readonly int[] classes;
    private long step;

    /// <summary>Prepares a catalog's objects.</summary>
    /// <param name="catalog">The objects; labels are not needed.</param>
    /// <param name="deviceName">Device to run on.</param>
    /// <param name="threads">Threads of one operation; 0 for as many as the machine has.</param>
    public NetworkBenchmark(Catalog catalog, string deviceName, int threads)
    {
        device = Devices.Open(deviceName, threads);
        manual_seed(1);
        var windows = new WindowedLightCurves(catalog, config.Window.Rule, PaddedLayout.SlotsPerBand);
        int[] rows = [.. Enumerable.Range(0, catalog.Count)];
        inputs = new ModelInputs(catalog, windows, InputScaling.Fit(config.Network.Scaling, catalog.Schema.Unit, windows, rows), MetadataTransformation.None, config.Network.Inputs);
        Architecture = new AtatArchitecture
        {
            Classes = Math.Max(2, catalog.Schema.Taxonomy.Classes.Length),
            Bands = catalog.Schema.Passbands.Length,
            TabularColumns = 0,
            LightCurve = config.Network.LightCurve,
            Tabular = null,
            Dropout = config.Network.Dropout,
            AttentionDropout = config.Network.AttentionDropout,
        };
        model = new AtatModel(Architecture);
        model.to(device);
        optimiser = new AdamW(model, config.Optimiser);
        headLoss = new TrainingLoss(config.Optimiser, [], device);
        builder = new BatchBuilder(inputs, Architecture, config.Batch.MicroBatchTokens, device);
        samples = [.. rows.Select(i => new Sample(i, windows.Length(i, double.PositiveInfinity), i))];
        classes = [.. rows.Select(i => i % Architecture.Classes)];
        Operations = samples.Average(s => NetworkFlops.Forward(Architecture, s.Length));
        Observations = samples.Average(s => (double)s.Length);
    }

    /// <summary>The network.</summary>
    public AtatArchitecture Architecture { get; }

    /// <summary>Mean number of observations in an object's window.</summary>
    public double Observations { get; }

    /// <summary>Mean number of floating-point operations of a forward pass over one object, by <see cref="NetworkFlops"/>.</summary>
    public double Operations { get; }

    /// <summary>Largest difference of a logit between the two layouts.</summary>
    public double LargestDifference()
    {
        var ragged = Inference.Logits(model, builder, samples);
        var padded = Inference.Logits(model, PaddedParts(samples), samples.Length);
        return ragged.Zip(padded, (a, b) => Math.Abs((double)a - b)).Max();
    }

    /// <summary>Times everything once.</summary>
    public NetworkRates Measure()
    {
        var matrix = MatrixRate.Measure(device);
        var inference = PerSecond(() => Inference.Logits(model, builder, samples));
        var paddedParts = PaddedParts(samples).ToArray();
        var padded = PerSecond(() => Inference.Logits(model, paddedParts, samples.Length));
        var training = TrainingPass();
        var paddedBatches = samples.Chunk(config.Batch.Size).Select(s => new TrainingBatch(s.Length, [.. PaddedParts(s)])).ToArray();
        return new NetworkRates(matrix, inference, padded, training, PerSecond(() => Train(paddedBatches)));
    }

    /// <summary>Trains once over all objects, ragged, without changing the weights.</summary>
    /// <returns>Objects a second.</returns>
    public double TrainingPass() => PerSecond(() => Train(Background.Prepare(Batches(), 1)));

    /// <summary>The batches of a pass, ragged, made while they are enumerated.</summary>
    public IEnumerable<TrainingBatch> Batches()
    {
        foreach (var chunk in samples.Chunk(config.Batch.Size))
        {
            yield return new TrainingBatch(chunk.Length, [.. builder.Build(chunk)]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimiser.Dispose();
        headLoss.Dispose();
        model.Dispose();
    }

    private IEnumerable<MicroBatch> PaddedParts(IEnumerable<Sample> of)
    {
        var slots = 1 + (Architecture.Bands * PaddedLayout.SlotsPerBand);
        return PaddedLayout.Build(inputs, of, Architecture.Bands, Math.Max(1, config.Batch.MicroBatchTokens / slots), device);
    }

    private void Train(IEnumerable<TrainingBatch> batches)
    {
        foreach (var prepared in batches)
        {
            using var batch = prepared;
            TrainingStep.Accumulate(model, batch, classes, headLoss, device);

            // The learning rate is 0: the same weights for both layouts, whichever comes first.
            optimiser.Step(step++, 0);
        }
    }

    private double PerSecond(Action pass)
    {
        var clock = Stopwatch.StartNew();
        pass();
        return samples.Length / clock.Elapsed.TotalSeconds;
    }
}
