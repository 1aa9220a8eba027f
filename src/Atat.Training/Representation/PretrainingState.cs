using System.Globalization;
using Atat.LightCurves;
using Atat.Networks.Weights;
using Atat.Training.Runs;
using static TorchSharp.torch;

namespace Atat.Training.Representation;

/// <summary>How far the training of an autoencoder has come. One file holds it with all weights and both optimisers, so that a checkpoint is whole or not there.</summary>
/// <param name="Epoch">Passes done.</param>
/// <param name="Step">Optimiser steps taken.</param>
/// <param name="Seconds">Seconds of training so far.</param>
internal sealed record PretrainingState(int Epoch, long Step, double Seconds)
{
    /// <summary>The state before the first pass.</summary>
    public static PretrainingState Start { get; } = new(0, 0, 0);

    /// <summary>Writes it.</summary>
    public void Write(string path, Pretraining training)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SafetensorsFile.Write(path, Tensors(training), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["epoch"] = Epoch.ToString(CultureInfo.InvariantCulture),
            ["step"] = Step.ToString(CultureInfo.InvariantCulture),
            ["seconds"] = Seconds.ToString("R", CultureInfo.InvariantCulture),
        });
    }

    /// <summary>Reads it, and the tensors into place.</summary>
    /// <exception cref="InputException">The file is damaged, or of another network.</exception>
    public static PretrainingState Read(string path, Pretraining training)
    {
        var tensors = SafetensorsFile.Read(path, out var texts);
        try
        {
            CheckpointTensors.Copy(Tensors(training), tensors);
            return new(
                int.Parse(texts["epoch"], CultureInfo.InvariantCulture),
                long.Parse(texts["step"], CultureInfo.InvariantCulture),
                double.Parse(texts["seconds"], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or OverflowException)
        {
            throw new InputException($"{path}: not a checkpoint of this run: {e.Message}; delete the run folder to begin anew.", e);
        }
        finally
        {
            foreach (var tensor in tensors.Values)
            {
                tensor.Dispose();
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, Tensor>> Tensors(Pretraining training) =>
    [
        .. training.Network.state_dict().Select(s => KeyValuePair.Create($"network.{s.Key}", s.Value)),
        .. training.Probes.state_dict().Select(s => KeyValuePair.Create($"probes.{s.Key}", s.Value)),
        .. training.NetworkOptimiser.State.Select(s => KeyValuePair.Create($"network_optimiser.{s.Key}", s.Value)),
        .. training.ProbeOptimiser.State.Select(s => KeyValuePair.Create($"probe_optimiser.{s.Key}", s.Value)),
    ];
}
