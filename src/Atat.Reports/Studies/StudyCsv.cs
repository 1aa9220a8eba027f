using System.Collections.Immutable;
using Atat.Metrics;
using Atat.Reports.Exports;

namespace Atat.Reports.Studies;

/// <summary>A study's tables for spreadsheets and data frames.</summary>
internal static class StudyCsv
{
    private static readonly string[] Score = ["", "_deviation", "_low", "_high"];

    public static ImmutableArray<(string Name, string Text)> Of(ChapterFourSummary summary, StudyTimes times, StudyContext context) =>
    [
        ("runs.csv", Runs(summary)),
        ("days.csv", Days(summary)),
        ("classes.csv", Classes(summary)),
        ("hypothesis.csv", Hypothesis(summary)),
        ("claims.csv", Claims(summary)),
        ("ablations.csv", Ablations(summary)),
        ("times.csv", Csv.Format(["step", "milliseconds", "thesis_milliseconds", "matrix_share"], times.Steps.Select(object[] (step) => [step.Step, step.Milliseconds, ThesisScores.Milliseconds(step.Key), step.MatrixShare]))),
        ("objects.csv", Csv.Format(["class", "training", "test"], context.Classes.Select(object[] (c) => [c.Name, c.Training, c.Test]))),
        .. summary.Variants.Where(v => v.Variant.Headline && v.At(summary.Whole) is not null).Select(v => ($"confusion_{StudyKeys.FileName(v.Variant.Key)}.csv", CsvTables.Confusion(summary.Classes, v.At(summary.Whole)!.Confusion))),
    ];

    private static string Runs(ChapterFourSummary summary) => Csv.Format(
        [
            "variant", "fold", .. summary.Days.Select(day => $"macro_f1_{StudyText.Day(day)}"), "validation_macro_f1", "objects_seen", "training_objects",
            "training_seconds", "still_improving",
        ],
        from v in summary.Variants
        from run in v.Runs
        select (object[])[
            v.Variant.Key, run.Fold, .. summary.Days.Select(object (day) => MacroF1(v.At(day), run.Fold)), run.ValidationMacroF1, run.ObjectsSeen,
            run.TrainingObjects, run.TrainingSeconds, run.StillImproving ? 1 : 0,
        ]);

    private static string Days(ChapterFourSummary summary) => Csv.Format(
        ["variant", "title", "day", "objects", "folds", .. Columns("macro_f1"), .. Columns("accuracy")],
        from v in summary.Variants
        from day in v.Days
        select (object[])[v.Variant.Key, v.Variant.Title, day.Day, day.Objects, day.Folds.Length, .. Values(day.Macro.F1), .. Values(day.Accuracy)]);

    private static string Classes(ChapterFourSummary summary) => Csv.Format(
        ["variant", "day", "class", "support", .. Columns("precision"), .. Columns("recall"), .. Columns("f1")],
        from v in summary.Variants
        from day in v.Days
        from row in day.Classes.Select((c, k) => (Scores: c, Support: day.Confusion.Support(k))).Append((Scores: day.Macro, Support: day.Confusion.Total))
        select (object[])[v.Variant.Key, day.Day, row.Scores.Name, row.Support, .. Values(row.Scores.Precision), .. Values(row.Scores.Recall), .. Values(row.Scores.F1)]);

    private static string Hypothesis(ChapterFourSummary summary) => Csv.Format(
        ["first", "second", "day", "objects", "folds", "first_macro_f1", "second_macro_f1", "difference", "low", "high", "p", "p_corrected", "finding"],
        from row in summary.Hypothesis.Rows
        let c = row.Contrast
        select (object[])[
            row.First, row.Second, row.Day, c?.Objects ?? 0, c?.Folds.Length ?? 0, c?.First ?? double.NaN, c?.Second ?? double.NaN,
            .. Difference(c?.MacroF1), row.AdjustedPValue, HypothesisTable.Words(row.Finding),
        ]);

    private static string Claims(ChapterFourSummary summary) => Csv.Format(
        ["claim", "section", "first", "second", "verdict", "day", "class", "relative", "above", "below", "difference", "low", "high", "part_verdict"],
        from result in summary.Claims
        let claim = result.Claim
        from part in result.Parts
        select (object[])[
            claim.Text, claim.Section, claim.First, claim.Second, ClaimTable.Words(result.Verdict), part.Day, part.Class, claim.Relative ? 1 : 0, claim.Above, claim.Below,
            part.Difference.Estimate, part.Difference.Low, part.Difference.High, ClaimTable.Words(part.Verdict),
        ]);

    private static string Ablations(ChapterFourSummary summary) => Csv.Format(
        ["variant", "panel", "day", "class", "difference", "low", "high", "p"],
        from row in summary.Ablations
        from score in summary.Classes.Zip(row.Contrast.ClassF1).Prepend((First: ThesisScores.Macro, Second: row.Contrast.MacroF1))
        select (object[])[row.Variant.Key, row.Variant.Panel.ToString(), row.Contrast.Day, score.First, .. Difference(score.Second)]);

    private static IEnumerable<object> Difference(PairedDifference? difference) => difference is { } d
        ? [d.Difference.Estimate, d.Difference.Low, d.Difference.High, d.PValue]
        : Enumerable.Repeat<object>(double.NaN, 4);

    private static double MacroF1(VariantDay? day, int fold) => day?.Folds.IndexOf(fold) is { } at and >= 0 ? day.FoldMacroF1[at] : double.NaN;

    private static IEnumerable<string> Columns(string name) => Score.Select(ending => name + ending);

    private static IEnumerable<object> Values(StudyScore score) => [score.Mean, score.Deviation, score.Low, score.High];
}
