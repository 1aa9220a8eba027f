using System.Collections.Immutable;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Metrics;

namespace Atat.Reports;

/// <summary>From predictions to an <see cref="EvaluationSummary"/>.</summary>
public static class Evaluation
{
    /// <summary>Summarises predictions: every day in short, the detail days and the whole light curve class by class.</summary>
    /// <param name="predictions">Rows without label, or with a label that is no class, are left out and counted.</param>
    /// <param name="options">Defaults where null.</param>
    /// <exception cref="InputException">
    /// No labelled row, probabilities that do not sum to 1, an object twice at a day or with two labels.
    /// </exception>
    public static EvaluationSummary Summarise(PredictionTable predictions, EvaluationOptions? options = null)
    {
        options ??= new EvaluationOptions();
        var labelled = new LabelledPredictions(predictions);
        var bootstrap = new Bootstrap(labelled.Truth.Length, options.Resamples, options.Seed, options.Stratified ? labelled.Truth : []);
        var details = labelled.Days.Where(day => options.DetailDays.Contains(day.Day) || day == labelled.Days[^1]);
        var summary = new EvaluationSummary
        {
            Classes = predictions.Classes,
            Objects = labelled.Truth.Length,
            Unlabelled = labelled.Unlabelled,
            UnknownLabels = labelled.UnknownLabels,
            Days = Scores(labelled, bootstrap),
            Details = [.. details.AsParallel().AsOrdered().Select(day => DetailedEvaluation.Of(day, labelled, predictions.Classes, bootstrap, options))],
            Options = options,
            Notes = [],
        };
        return summary with { Notes = EvaluationNotes.Of(summary) };
    }

    private static ImmutableArray<DayScores> Scores(LabelledPredictions labelled, Bootstrap bootstrap)
    {
        var counters = labelled.Days
            .Select(day => new ConfusionCounter(day.Objects, day.Truth, day.Predicted, day.Confusion.ClassCount))
            .ToArray();
        var intervals = bootstrap.Intervals(2 * counters.Length, (counts, scores) =>
        {
            for (var d = 0; d < counters.Length; d++)
            {
                counters[d].Count(counts);
                scores[2 * d] = counters[d].Macro.F1;
                scores[(2 * d) + 1] = counters[d].Accuracy;
            }
        });
        return [.. labelled.Days.Select((day, d) => new DayScores(day.Day, day.Count, intervals[2 * d], intervals[(2 * d) + 1]))];
    }
}
