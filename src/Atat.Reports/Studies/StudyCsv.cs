using System.Collections.Immutable;
using Atat.Reports.Exports;

namespace Atat.Reports.Studies;

/// <summary>A study's tables for spreadsheets and data frames.</summary>
internal static class StudyCsv
{
    private static readonly string[] Score = ["", "_deviation", "_low", "_high"];

    public static ImmutableArray<(string Name, string Text)> Of(ChapterFourSummary summary) =>
    [
        ("runs.csv", Runs(summary)),
        ("days.csv", Days(summary)),
        ("classes.csv", Classes(summary)),
    ];

    private static string Runs(ChapterFourSummary summary) => Csv.Format(
        [
            "variant", "fold", .. summary.Days.Select(day => $"macro_f1_{StudyText.Day(day)}"), "validation_macro_f1", "objects_seen", "training_objects",
            "training_seconds", "predict_seconds_per_object", "still_improving",
        ],
        from v in summary.Variants
        from run in v.Runs
        select (object[])[
            v.Variant.Key, run.Fold, .. summary.Days.Select(object (day) => MacroF1(v.At(day), run.Fold)), run.ValidationMacroF1, run.ObjectsSeen,
            run.TrainingObjects, run.TrainingSeconds, run.PredictSecondsPerObject, run.StillImproving ? 1 : 0,
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

    private static double MacroF1(VariantDay? day, int fold) => day?.Folds.IndexOf(fold) is { } at and >= 0 ? day.FoldMacroF1[at] : double.NaN;

    private static IEnumerable<string> Columns(string name) => Score.Select(ending => name + ending);

    private static IEnumerable<object> Values(StudyScore score) => [score.Mean, score.Deviation, score.Low, score.High];
}
