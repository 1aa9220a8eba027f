using System.Collections.Immutable;
using System.Globalization;

namespace Atat.Reports;

/// <summary>What a reader should know before trusting the numbers.</summary>
internal static class EvaluationNotes
{
    private const int FewObjects = 50;
    private const double LargeCalibrationError = 0.05;

    public static ImmutableArray<string> Of(EvaluationSummary summary) =>
        [.. LeftOut(summary).Concat(Classes(summary)).Concat(Calibration(summary)).Concat(Days(summary))];

    private static IEnumerable<string> LeftOut(EvaluationSummary summary)
    {
        if (summary.Unlabelled > 0)
        {
            yield return Text($"{Objects(summary.Unlabelled)} {(summary.Unlabelled == 1 ? "has" : "have")} no label and {(summary.Unlabelled == 1 ? "was" : "were")} left out.");
        }

        if (!summary.UnknownLabels.IsEmpty)
        {
            var labels = string.Join(", ", summary.UnknownLabels.Select(u => Text($"{u.Label} ({u.Objects})")));
            yield return Text($"Left out because the classifier does not know their label: {Objects(summary.UnknownLabels.Sum(u => u.Objects))}, {labels}.");
        }
    }

    private static IEnumerable<string> Classes(EvaluationSummary summary)
    {
        foreach (var c in summary.Whole.Classes)
        {
            if (c.Scores.Support == 0)
            {
                yield return Text($"Class {c.Name} has no test objects: it does not count in the macro averages{(c.Predicted > 0 ? Text($", but {Objects(c.Predicted)} of other classes taken for it") : "")}.");
            }
            else if (c.Scores.Support < FewObjects)
            {
                yield return Text($"Class {c.Name} has {Objects(c.Scores.Support, "test object")}: F1 {c.F1.Estimate:F2} ± {c.F1.HalfWidth:F2}.");
            }

            if (c.Scores.Support > 0 && c.Predicted == 0)
            {
                yield return Text($"Class {c.Name} was never predicted on whole light curves.");
            }
        }
    }

    private static IEnumerable<string> Calibration(EvaluationSummary summary)
    {
        var reliability = summary.Whole.Reliability;
        if (reliability.ExpectedError > LargeCalibrationError)
        {
            var over = reliability.Bins.Sum(bin => bin.Count * (bin.Confidence - bin.Accuracy)) > 0;
            yield return Text($"Probabilities are {(over ? "too confident" : "not confident enough")}: expected calibration error {reliability.ExpectedError:F3}.");
        }
    }

    private static IEnumerable<string> Days(EvaluationSummary summary)
    {
        var best = summary.Days.MaxBy(day => day.MacroF1.Estimate)!;
        if (best.MacroF1.Low > summary.Days[^1].MacroF1.High)
        {
            yield return Text($"Macro F1 is higher at {best.Day} days ({best.MacroF1.Estimate:F3}) than on whole light curves ({summary.Days[^1].MacroF1.Estimate:F3}): longer light curves should not be harder.");
        }

        var fewest = summary.Days.MinBy(day => day.Objects)!;
        if (fewest.Objects < summary.Objects)
        {
            yield return Text($"Not every object has a prediction at every day (only {fewest.Objects} of {summary.Objects} at {fewest.Day} days): the days' scores are not of the same objects.");
        }
    }

    private static string Objects(long count, string noun = "object") => Text($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
