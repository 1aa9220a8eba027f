using System.Collections.Immutable;
using Atat.Reports.Exports;

namespace Atat.Reports.Comparisons;

/// <summary>A comparison's tables for spreadsheets and data frames.</summary>
internal static class ComparisonCsv
{
    public static ImmutableArray<(string Name, string Text)> Of(ComparisonSummary summary) =>
    [
        ("days.csv", Csv.Format(
            ["run", "day", "objects", "macro_f1", "macro_f1_low", "macro_f1_high", "accuracy", "accuracy_low", "accuracy_high"],
            from run in summary.Runs
            from d in run.Summary.Days
            select (object[])[run.Run.Name, d.Day, d.Objects, d.MacroF1.Estimate, d.MacroF1.Low, d.MacroF1.High, d.Accuracy.Estimate, d.Accuracy.Low, d.Accuracy.High])),
        ("differences.csv", Csv.Format(
            ["run", "day", "objects", "macro_f1", "macro_f1_low", "macro_f1_high", "macro_f1_p", "accuracy", "accuracy_low", "accuracy_high", "accuracy_p", "only_run_right", "only_first_right", "mcnemar_p"],
            from run in summary.Runs
            from d in run.AgainstFirst
            let f1 = d.MacroF1
            let accuracy = d.Accuracy
            select (object[])[
                run.Run.Name, d.Day, d.Objects, f1.Difference.Estimate, f1.Difference.Low, f1.Difference.High, f1.PValue,
                accuracy.Difference.Estimate, accuracy.Difference.Low, accuracy.Difference.High, accuracy.PValue, d.McNemar.OnlyFirst, d.McNemar.OnlySecond, d.McNemar.PValue,
            ])),
        ("classes.csv", Csv.Format(
            ["run", "day", "class", "f1", "first_f1", "difference", "low", "high", "p_corrected"],
            from run in summary.Runs
            from c in run.Classes
            select (object[])[run.Run.Name, c.Day, c.Class, c.F1, c.FirstF1, c.Difference.Estimate, c.Difference.Low, c.Difference.High, c.AdjustedPValue])),
        ("configuration.csv", Csv.Format(
            ["setting", .. summary.Runs.Select(run => run.Run.Name)],
            summary.Configuration.Select(object[] (setting) => [setting.Key, .. setting.Values.Select(value => value ?? "")]))),
    ];
}
