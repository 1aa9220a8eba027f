using System.Globalization;
using Atat.LightCurves;
using Atat.Networks;
using Atat.Networks.Weights;
using Atat.Training.Optimisation;
using static TorchSharp.torch;

namespace Atat.Training.Runs;

/// <summary>How far a run has come, beside its tensors. One file holds both, so that a checkpoint is whole or not there.</summary>
/// <param name="Step">Optimiser steps taken.</param>
/// <param name="BestMacroF1">Best macro F1 on the validation fold so far.</param>
/// <param name="EvaluationsSinceBest">Evaluations since.</param>
/// <param name="Seconds">Seconds of training so far.</param>
public sealed record Checkpoint(long Step, double BestMacroF1, int EvaluationsSinceBest, double Seconds)
{
    /// <summary>The state of a run that has not begun.</summary>
    public static Checkpoint Start { get; } = new(0, double.NegativeInfinity, 0, 0);

    /// <summary>Writes the state, the weights and the optimiser.</summary>
    public void Write(string path, AtatModel model, AdamW optimiser)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var weights = model.named_parameters().Select(p => KeyValuePair.Create($"weight.{p.name}", (Tensor)p.parameter));
        SafetensorsFile.Write(path, weights.Concat(optimiser.State), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["step"] = Step.ToString(CultureInfo.InvariantCulture),
            ["best_macro_f1"] = BestMacroF1.ToString("R", CultureInfo.InvariantCulture),
            ["evaluations_since_best"] = EvaluationsSinceBest.ToString(CultureInfo.InvariantCulture),
            ["seconds"] = Seconds.ToString("R", CultureInfo.InvariantCulture),
        });
    }

    /// <summary>Reads the state, and the weights and the optimiser into place.</summary>
    /// <exception cref="InputException">The file is missing, damaged, or of another network.</exception>
    public static Checkpoint Read(string path, AtatModel model, AdamW optimiser)
    {
        var tensors = SafetensorsFile.Read(path, out var texts);
        try
        {
            const string Prefix = "weight.";
            ModelWeights.Load(model, tensors.Where(t => t.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(t => t.Key[Prefix.Length..], t => t.Value, StringComparer.Ordinal), path);
            CheckpointTensors.Copy(optimiser.State, tensors);
            return new Checkpoint(
                long.Parse(texts["step"], CultureInfo.InvariantCulture),
                double.Parse(texts["best_macro_f1"], CultureInfo.InvariantCulture),
                int.Parse(texts["evaluations_since_best"], CultureInfo.InvariantCulture),
                double.Parse(texts["seconds"], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or OverflowException)
        {
            throw new InputException($"{path}: not a checkpoint of this run: {e.Message}", e);
        }
        finally
        {
            foreach (var tensor in tensors.Values)
            {
                tensor.Dispose();
            }
        }
    }
}
