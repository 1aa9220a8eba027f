using Atat.Metrics;
using Atat.Networks;
using Atat.Training.Batches;
using Atat.Training.Data;
using Atat.Training.Runs;

namespace Atat.Training;

/// <summary>Fits a model's temperature on its validation objects.</summary>
internal static class Calibrating
{
    // A few validation objects without a mistake would have the temperature 0, which makes the network sure of everything.
    private const double LeastTemperature = 0.5;

    /// <summary>Fits the temperature of a network.</summary>
    /// <param name="model">The network, with the weights that are kept.</param>
    /// <param name="builder">Makes batches.</param>
    /// <param name="inputs">The objects.</param>
    /// <param name="split">Which of them are for validation.</param>
    /// <param name="days">Days that light curves are cut at, as in training; null for whole ones.</param>
    /// <param name="step">Training step of the weights.</param>
    public static Calibration Fit(AtatModel model, BatchBuilder builder, ModelInputs inputs, TrainingSplit split, double[]? days, long step)
    {
        var samples = (days ?? [double.PositiveInfinity])
            .SelectMany(day => split.Validation.Select(index => (index, day)))
            .Select((s, row) => inputs.At(s.index, s.day, row))
            .ToArray();
        var truth = samples.Select(s => split.Classes[s.Index]).ToArray();
        var classes = model.Architecture.Classes;
        double[] logits = [.. Inference.Logits(model, builder, samples).Select(l => (double)l)];
        return Of(logits, truth, classes, LeastTemperature) with { Step = step, Objects = split.Validation.Length, Days = days };
    }

    /// <summary>Fits the temperature to logits.</summary>
    /// <param name="logits">(rows, classes), row-major.</param>
    /// <param name="truth">True class of each row.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="least">Least temperature.</param>
    /// <returns>Without what it was fitted on.</returns>
    public static Calibration Of(double[] logits, int[] truth, int classes, double least)
    {
        var temperature = Math.Max(least, Temperature.Fit(logits, truth));
        var (before, after) = (Softmax.OfRows(logits, classes), Softmax.OfRows(logits, classes, temperature));
        return new Calibration(
            temperature,
            0,
            0,
            null,
            ProbabilityScores.LogLoss(before, truth),
            ProbabilityScores.LogLoss(after, truth),
            Reliability.OfProbabilities(before, truth).ExpectedError,
            Reliability.OfProbabilities(after, truth).ExpectedError);
    }
}
