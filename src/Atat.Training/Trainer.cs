using System.Diagnostics;
using System.Globalization;
using Atat.LightCurves;
using Atat.Metrics;
using Atat.Networks;
using Atat.Networks.Weights;
using Atat.Training.Batches;
using Atat.Training.Configuration;
using Atat.Training.Data;
using Atat.Training.Optimisation;
using Atat.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Training;

/// <summary>
/// Trains a network into a run folder (thesis section 4.3.6). Everything random depends on the seed and the step alone, so a resumed
/// run continues as if it had never stopped.
/// </summary>
public static class Trainer
{
    private const int DisplayEvery = 10;

    // One being computed and one ready is all that a steady pace needs.
    private const int BatchesAhead = 1;

    // What a power cut may cost, where evaluations are hours apart.
    private static readonly TimeSpan SaveEvery = TimeSpan.FromMinutes(5);

    /// <summary>Trains, or goes on training.</summary>
    /// <param name="config">What to train; ignored on resumption, where the folder's own holds.</param>
    /// <param name="catalog">Split and labelled data.</param>
    /// <param name="folder">Receives the run.</param>
    /// <param name="options">How to carry it out.</param>
    /// <param name="progress">Told every few steps and at every evaluation.</param>
    /// <param name="cancellation">Stops after the current step; a checkpoint is saved.</param>
    /// <exception cref="InputException">The data do not fit the configuration, or the folder already holds a run.</exception>
    public static TrainingOutcome Run(TrainingConfig config, Catalog catalog, RunFolder folder, TrainerOptions options, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        RunInfo? begun = null;
        if (options.Resume)
        {
            config = folder.ReadConfig();
            begun = folder.ReadInfo();
            if (!string.Equals(begun.DataHash, options.DataHash, StringComparison.Ordinal))
            {
                throw new InputException($"{folder.Path} was begun on other data (SHA-256 {begun.DataHash}, now {options.DataHash}): going on could train on its test objects. Resume it on the same catalog, or train a new run.");
            }

            if (!string.Equals(begun.FeaturesHash, options.FeaturesHash, StringComparison.Ordinal))
            {
                throw new InputException($"{folder.Path} was begun with other features (SHA-256 {begun.FeaturesHash}, now {options.FeaturesHash}). Resume it with the same table, or train a new run.");
            }
        }
        else if (folder.Exists)
        {
            throw new InputException($"{folder.Path} already holds a run; choose another name, or resume it.");
        }

        using var outer = NewDisposeScope();
        var device = Devices.Open(options.Device, options.Threads);
        var split = TrainingSplit.Of(catalog, config.Data.ValidationFold);
        var (description, inputs, features) = Prepare(config, catalog, split);
        var architecture = description.Architecture(config);
        manual_seed(SeededRandom.For(config.Seed, RandomPurpose.Network, -1).Next());
        using var model = new AtatModel(architecture);
        model.to(device);
        using var optimiser = new AdamW(model, config.Optimiser);
        using var headLoss = new TrainingLoss(config.Optimiser, split.Counts(architecture.Classes), device);
        var state = Checkpoint.Start;
        if (options.Resume && File.Exists(folder.Checkpoint))
        {
            state = Checkpoint.Read(folder.Checkpoint, model, optimiser);
        }

        var info = RunInfo.Of(config, options, split, device.ToString(), get_num_threads(), TimeProvider.System.GetUtcNow()) with { Parameters = model.ParameterCount };
        if (begun is not null)
        {
            info = info with { Started = begun.Started, Command = begun.Command, TrainingSeconds = begun.TrainingSeconds };
        }

        folder.Write(config);
        folder.Write(description);
        folder.Write(inputs.Metadata, features);
        folder.WriteSeenObjects(split.Training.Concat(split.Validation).Select(i => catalog.Ids[i]));
        var lines = folder.ReadMetrics().Where(l => l.Step <= state.Step).ToList();
        folder.Write(lines);

        // Last, as it makes the folder a run: one that is killed before this is begun again, one killed after it is resumed.
        folder.Write(info);
        var board = utils.tensorboard.SummaryWriter(folder.TensorBoard);

        var sampler = new BatchSampler(config.Seed, config.Batch.Size, Groups(config.Batch, split, architecture.Classes));
        var builder = new BatchBuilder(inputs, architecture, config.Batch.MicroBatchTokens, device);
        var steps = config.Stopping.Steps;
        var clock = Stopwatch.StartNew();
        var saved = clock.Elapsed;
        var (before, since) = (state.Seconds, new Tally());
        var step = state.Step;
        foreach (var prepared in Background.Prepare(Batches(config, inputs, split, sampler, new BatchBuilder(inputs, architecture, config.Batch.MicroBatchTokens, device), step), BatchesAhead))
        {
            using var batch = prepared;
            if (cancellation.IsCancellationRequested || (config.Stopping.Patience > 0 && state.EvaluationsSinceBest >= config.Stopping.Patience))
            {
                break;
            }

            manual_seed(SeededRandom.For(config.Seed, RandomPurpose.Network, step).Next());
            var loss = TrainingStep.Accumulate(model, batch, split.Classes, headLoss, device);
            var rate = LearningRate.At(config.Optimiser, step, steps);
            if (!double.IsFinite(loss) || !double.IsFinite(optimiser.Step(step, rate)))
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{folder.Path}: training diverged at step {step + 1:N0} (learning rate {rate:G3}); lower optimiser.learning_rate, or set optimiser.gradient_clip. The last checkpoint is kept."));
            }

            step++;
            since.Add(loss, batch);
            if (clock.Elapsed - saved > SaveEvery)
            {
                saved = clock.Elapsed;
                (state with { Step = step, Seconds = before + saved.TotalSeconds }).Write(folder.Checkpoint, model, optimiser);
            }

            MetricsLine? evaluation = null;
            var isBest = false;
            if (step % config.Stopping.EvaluateEvery == 0 || step == steps)
            {
                optimiser.SwapAverage();
                evaluation = Evaluate(model, builder, inputs, split, device) with
                {
                    Step = step,
                    Loss = since.Loss,
                    LearningRate = rate,
                    ObjectsPerSecond = since.ObjectsPerSecond,
                    Padding = since.Padding,
                    Seconds = before + clock.Elapsed.TotalSeconds,
                };
                isBest = evaluation.ValidationMacroF1 > state.BestMacroF1;
                state = new Checkpoint(step, isBest ? evaluation.ValidationMacroF1 : state.BestMacroF1, isBest ? 0 : state.EvaluationsSinceBest + 1, evaluation.Seconds);
                if (isBest)
                {
                    ModelWeights.Save(model, folder.Best);
                    folder.Write(Calibrating.Fit(model, builder, inputs, split, config.Window.Mta ? config.Window.Days : null, step));
                }

                ModelWeights.Save(model, folder.Last);
                optimiser.SwapAverage();
                lines.Add(evaluation);
                folder.Write(lines);
                Record(board, evaluation);
                state.Write(folder.Checkpoint, model, optimiser);
                saved = clock.Elapsed;
                folder.Write(info with { TrainingSeconds = evaluation.Seconds });
            }

            if (evaluation is not null || step % DisplayEvery == 0)
            {
                progress?.Report(new TrainingProgress(step, steps, loss, since.ObjectsPerSecond, since.Remaining(steps - step, batch.Size), evaluation, isBest));
            }

            if (evaluation is not null)
            {
                since = new Tally();
            }
        }

        var seconds = before + clock.Elapsed.TotalSeconds;
        if (step > state.Step || step == 0)
        {
            (state with { Step = step, Seconds = seconds }).Write(folder.Checkpoint, model, optimiser);
            folder.Write(info with { TrainingSeconds = seconds });
        }

        return new TrainingOutcome(step, state.BestMacroF1, seconds, cancellation.IsCancellationRequested && step < steps);
    }

    private static (ModelDescription Description, ModelInputs Inputs, FeatureTransformation Features) Prepare(TrainingConfig config, Catalog catalog, TrainingSplit split)
    {
        if (catalog.Schema.Unit == BrightnessUnit.Magnitude && config.Augmentation is { FluxFactor: > 0 } or { Redshift: > 0 })
        {
            throw new InputException($"augmentation.{(config.Augmentation.FluxFactor > 0 ? "flux_factor" : "redshift")} is for fluxes, and the catalog has magnitudes; set it to 0.");
        }

        if (config.Augmentation.Redshift > 0 && catalog.Schema.MetadataIndex(MetadataRole.Redshift) < 0)
        {
            throw new InputException("augmentation.redshift needs redshifts, and no metadata column of the catalog has that role; set it to 0.");
        }

        var windows = new WindowedLightCurves(catalog, config.Window.Rule, config.Window.PerBand);
        var scaling = InputScaling.Fit(config.Network.Scaling, catalog.Schema.Unit, windows, split.Training);
        var columns = config.MetadataColumns(catalog.Schema);
        var source = FeatureSource.ForTraining(config, catalog.Schema);
        var features = source is null ? FeatureTransformation.None : FeatureTransformation.Fit(source, catalog, split.Training, config.TrainingDays(), config.Data.Quantile);
        var metadata = columns.Length == 0 ? MetadataTransformation.None : MetadataTransformation.Fit(catalog, columns, split.Training, config.Data.Quantile);
        var description = ModelDescription.Of(catalog.Schema, columns, source?.Set, scaling);
        var inputs = new ModelInputs(catalog, windows, scaling, metadata, config.Network.Inputs)
        {
            // Evaluations while training are of whole light curves.
            Features = FeatureInputs.Of(features, source, catalog, [.. split.Training, .. split.Validation], config.TrainingDays().Append(double.PositiveInfinity)),
        };
        return (description, inputs, features);
    }

    private static IEnumerable<int[]> Groups(BatchConfig batch, TrainingSplit split, int classes) => batch.Balanced
        ? Enumerable.Range(0, classes).Select(c => split.Training.Where(i => split.Classes[i] == c).ToArray())
        : [split.Training];

    private static IEnumerable<TrainingBatch> Batches(TrainingConfig config, ModelInputs inputs, TrainingSplit split, BatchSampler sampler, BatchBuilder builder, long first)
    {
        var redshift = RedshiftColumns.Find(inputs.Catalog.Schema, inputs.Metadata);
        var rare = config.Augmentation.RareOnly ? new RareObjects(split.Classes, split.Counts(inputs.Catalog.Schema.Taxonomy.Classes.Length)) : null;
        for (var step = first; step < config.Stopping.Steps; step++)
        {
            var samples = Samples(config, inputs, sampler.Batch(step), step);
            var augmentation = new Augmentation(config.Augmentation, redshift, rare, config.Seed, step * config.Batch.Size);
            yield return new TrainingBatch(samples.Length, [.. builder.Build(samples, augmentation)]);
        }
    }

    // Masked temporal augmentation: a day for each sample; without it the whole window.
    private static Sample[] Samples(TrainingConfig config, ModelInputs inputs, int[] objects, long step)
    {
        var random = SeededRandom.For(config.Seed, RandomPurpose.Days, step);
        return [.. objects.Select((index, row) =>
        {
            var day = config.Window.Mta ? config.Window.Days[random.Next(config.Window.Days.Length)] : double.PositiveInfinity;
            return inputs.At(index, day, row);
        })];
    }

    private static MetricsLine Evaluate(AtatModel model, BatchBuilder builder, ModelInputs inputs, TrainingSplit split, Device device)
    {
        var samples = split.Validation.Select((index, row) => inputs.At(index, double.PositiveInfinity, row)).ToArray();
        var truth = split.Validation.Select(i => split.Classes[i]).ToArray();
        var classes = model.Architecture.Classes;
        var logits = Inference.Logits(model, builder, samples);
        using var scope = NewDisposeScope();
        using var labels = tensor([.. truth.Select(t => (long)t)]);
        var loss = nn.functional.cross_entropy(tensor(logits, [truth.Length, classes]), labels).item<float>();
        var confusion = ConfusionMatrix.FromLabels(truth, ArgMax.OfRows<float>(logits, classes), classes);
        return new MetricsLine(0, 0, 0, loss, confusion.Accuracy, confusion.MacroF1, 0, 0, 0);
    }

    private static void Record(TorchSharp.Modules.SummaryWriter board, MetricsLine line)
    {
        var step = (int)line.Step;
        board.add_scalar("loss/training", (float)line.Loss, step);
        board.add_scalar("loss/validation", (float)line.ValidationLoss, step);
        board.add_scalar("validation/macro_f1", (float)line.ValidationMacroF1, step);
        board.add_scalar("validation/accuracy", (float)line.ValidationAccuracy, step);
        board.add_scalar("learning_rate", (float)line.LearningRate, step);
        board.add_scalar("objects_per_second", (float)line.ObjectsPerSecond, step);
    }
}
