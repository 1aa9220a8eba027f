using System.Diagnostics;
using System.Runtime.InteropServices;
using Atat.LightCurves;
using Atat.Metrics.Embeddings;
using Atat.Networks.Weights;
using Atat.Training.Representation.Data;
using Atat.Training.Runs;
using static TorchSharp.torch;

namespace Atat.Training.Representation;

/// <summary>
/// Trains an autoencoder into a run folder until the squared error of the training set no longer falls, and evaluates its embedding (thesis
/// section 3.3.4). A run that was stopped goes on after its last whole pass, and ends with the same weights as if it had never stopped.
/// </summary>
public static class AutoencoderTrainer
{
    /// <summary>Trains and evaluates; goes on where the folder holds a run that is not finished.</summary>
    /// <param name="config">What to train.</param>
    /// <param name="folder">Receives the run.</param>
    /// <param name="options">How to carry it out.</param>
    /// <param name="progress">Told of every pass.</param>
    /// <param name="cancellation">Stops; what the pass under way has done is lost.</param>
    /// <exception cref="InputException">The data cannot be had, the folder holds another run, or the loss needs variances that the data lack.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static RepresentationScores Run(RepresentationConfig config, RepresentationRunFolder folder, TrainerOptions options, IProgress<PretrainingPass>? progress = null, CancellationToken cancellation = default)
    {
        using var scope = NewDisposeScope();
        var device = Devices.Open(options.Device, options.Threads);
        var data = RepresentationDatasets.Open(config.Dataset, config.Data);
        config = config with { Network = config.Network with { Bands = data.Bands.Length } };
        RequireSame(config, folder);
        if (folder.IsDone)
        {
            return folder.ReadScores();
        }

        if (config.Loss == Networks.Representation.Losses.ReconstructionLoss.CrossEntropy && !data.HasVariances)
        {
            throw new InputException($"The cross-entropy needs the variance of every observation, and {data.Name} has none; take the loss negative_log_likelihood.");
        }

        using var training = new Pretraining(config, data, device);
        var state = File.Exists(folder.Checkpoint) ? PretrainingState.Read(folder.Checkpoint, training) : PretrainingState.Start;
        var passes = folder.ReadPasses().Where(p => p.Epoch <= state.Epoch).ToList();
        folder.Write(config);
        folder.WriteBands(data.Bands);
        folder.Run.WriteSeenObjects([.. data.Training.Ids, .. data.Validation.Ids]);
        folder.Run.Write(InfoOf(config, options, data, training, device));
        var (before, clock) = (state.Seconds, Stopwatch.StartNew());
        var stopping = passes.Aggregate(new EarlyStopping(config.Tolerance), (so, pass) => so.After(pass.MeanSquaredError));
        while (state.Epoch < config.MostEpochs && stopping.Since < config.Patience)
        {
            var began = clock.Elapsed;
            var (step, loss, error) = training.Pass(state.Epoch, state.Step, cancellation);
            var isBest = error < stopping.Lowest;
            stopping = stopping.After(error);
            state = new(state.Epoch + 1, step, before + clock.Elapsed.TotalSeconds);
            if (isBest)
            {
                ModelWeights.SaveAll(training.Network, folder.Best);
            }

            var pace = (step - (passes.Count > 0 ? passes[^1].Step : 0)) * Math.Min(config.BatchSize, data.Training.Count) / (clock.Elapsed - began).TotalSeconds;
            passes.Add(new(state.Epoch, step, loss, error, isBest, pace, state.Seconds));
            folder.Write(passes);
            state.Write(folder.Checkpoint, training);
            progress?.Report(passes[^1]);
        }

        ModelWeights.LoadAll(training.Network, folder.Best);
        var scores = RepresentationEvaluation.Run(training, config, data, folder, device, cancellation) with
        {
            Epochs = state.Epoch,
            StoppedEarly = stopping.Since >= config.Patience,
            Parameters = training.Network.ParameterCount,
            TrainingSeconds = state.Seconds,
            Threads = get_num_threads(),
        };
        folder.Write(scores);
        return scores;
    }

    private static void RequireSame(RepresentationConfig config, RepresentationRunFolder folder)
    {
        if (folder.Run.Exists && !string.Equals(RepresentationConfigFile.Write(folder.ReadConfig()), RepresentationConfigFile.Write(config), StringComparison.Ordinal))
        {
            throw new InputException($"{folder.Path} was begun with other settings; use the settings of before, or another folder.");
        }
    }

    private static RunInfo InfoOf(RepresentationConfig config, TrainerOptions options, SeriesData data, Pretraining training, Device device) => new()
    {
        Model = ModelKind.Autoencoder,
        ProgramVersion = options.ProgramVersion,
        Command = options.Command,
        DataHash = options.DataHash,
        Host = $"{Environment.MachineName}, {RuntimeInformation.OSDescription}",
        Seed = config.Seed,
        Device = device.ToString(),
        Threads = get_num_threads(),
        Started = TimeProvider.System.GetUtcNow(),
        TrainingObjects = data.Training.Count,
        ValidationObjects = data.Validation.Count,
        Parameters = training.Network.ParameterCount,
    };
}
