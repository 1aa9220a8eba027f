using System.Globalization;
using Atat.Formats.Predictions;
using Atat.Metrics;
using Atat.Training.Runs;

namespace Atat.Cli.Verbs;

/// <summary>Says in a report what the calibration did to the objects that are evaluated.</summary>
internal static class CalibrationNote
{
    /// <summary>One sentence or two.</summary>
    /// <param name="predictions">Calibrated predictions.</param>
    /// <param name="calibration">What they were calibrated with; null where they were not.</param>
    public static string Of(PredictionTable predictions, Calibration? calibration)
    {
        if (calibration is null)
        {
            return "The probabilities are the network's own, not calibrated.";
        }

        var classes = predictions.Classes.Length;
        var last = predictions.Days.Max();
        var rows = Enumerable.Range(0, predictions.Count).Where(i => predictions.Days[i] == last && predictions.Labels[i] is not null).ToArray();
        var truth = rows.Select(i => predictions.Classes.IndexOf(predictions.Labels[i]!)).ToArray();
        double[] calibrated = [.. rows.SelectMany(i => predictions.Probabilities.AsSpan(i * classes, classes).ToArray()).Select(p => (double)p)];

        // A probability to the power of the temperature, normalised again, is the network's own.
        double[] own = [.. rows.SelectMany((_, row) =>
        {
            var powers = calibrated.AsSpan(row * classes, classes).ToArray().Select(p => Math.Pow(p, calibration.Temperature)).ToArray();
            var sum = powers.Sum();
            return powers.Select(p => p / sum);
        })];
        string Scores(double[] p) => string.Create(CultureInfo.InvariantCulture, $"expected calibration error {Reliability.OfProbabilities(p, truth).ExpectedError:F4}, log-loss {ProbabilityScores.LogLoss(p, truth):F4}, Brier score {ProbabilityScores.Brier(p, truth):F4}");
        return string.Create(CultureInfo.InvariantCulture, $"Logits are divided by the temperature {calibration.Temperature:F3}, fitted on {calibration.Objects:N0} validation objects. On these {rows.Length:N0} objects with whole light curves: {Scores(calibrated)}; without it: {Scores(own)}.");
    }
}
