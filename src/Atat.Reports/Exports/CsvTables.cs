using Atat.Metrics;

namespace Atat.Reports.Exports;

/// <summary>The summary as tables for spreadsheets and data frames.</summary>
public static class CsvTables
{
    /// <summary>Scores by day: <c>day, objects, macro_f1 (low, high), accuracy (low, high)</c>.</summary>
    public static string Days(EvaluationSummary summary) => Csv.Format(
        ["day", "objects", "macro_f1", "macro_f1_low", "macro_f1_high", "accuracy", "accuracy_low", "accuracy_high"],
        summary.Days.Select(d => new object[] { d.Day, d.Objects, d.MacroF1.Estimate, d.MacroF1.Low, d.MacroF1.High, d.Accuracy.Estimate, d.Accuracy.Low, d.Accuracy.High }));

    /// <summary>One row a detail day and class.</summary>
    public static string Classes(EvaluationSummary summary) => Csv.Format(
        ["day", "class", "support", "predicted", "precision", "recall", "f1", "f1_low", "f1_high", "one_vs_rest_accuracy", "auc", "auc_low", "auc_high", "average_precision"],
        from day in summary.Details
        from c in day.Classes
        select new object[]
        {
            day.Day, c.Name, c.Scores.Support, c.Predicted, c.Scores.Precision, c.Scores.Recall, c.F1.Estimate, c.F1.Low, c.F1.High,
            c.OneVersusRestAccuracy, c.Auc.Estimate, c.Auc.Low, c.Auc.High, c.AveragePrecision,
        });

    /// <summary>Counts of one day: a row a true class, a column a predicted class.</summary>
    public static string Confusion(EvaluationSummary summary, DayEvaluation day) => Confusion(summary.Classes, day.Confusion);

    /// <summary>Counts: a row a true class, a column a predicted class.</summary>
    /// <param name="classes">Names of the classes, (K).</param>
    /// <param name="confusion">The counts, (K, K).</param>
    public static string Confusion(IReadOnlyCollection<string> classes, ConfusionMatrix confusion) => Csv.Format(
        ["truth", .. classes],
        classes.Select((name, truth) => Enumerable.Range(0, classes.Count).Select(object (predicted) => confusion[truth, predicted]).Prepend(name)));
}
