using System.Collections.Immutable;
using Atat.Reports.Documents;

namespace Atat.Reports.Studies;

/// <summary>Precision, recall and F1 of each class by the headline variants beside each other, the best F1 in bold (thesis table 4.1).</summary>
internal static class ClassTable
{
    private static readonly string[] Scores = ["precision", "recall", "F1"];

    /// <summary>Makes the table for whole light curves.</summary>
    /// <param name="summary">The study.</param>
    /// <param name="shown">Variants that have predictions of whole light curves.</param>
    public static TableBlock Of(ChapterFourSummary summary, IReadOnlyList<VariantSummary> shown)
    {
        VariantDay[] days = [.. shown.Select(v => v.At(summary.Whole)!)];
        return new TableBlock
        {
            Caption = $"Whole light curves, {string.Join(", ", days.Select(day => day.Objects).Distinct().Order().Select(n => StudyText.Whole(n)))} test objects{(days.Any(day => day.Folds.Length > 1) ? "; mean ± standard deviation over folds" : "; 95 % intervals stand in classes.csv")}. The best F1 of a class is in bold.",
            Groups = [("", 1), .. shown.Select(v => (v.Variant.Title, Scores.Length))],
            Head = ["class", .. shown.SelectMany(_ => Scores)],
            Rows = [.. summary.Classes.Select((_, k) => Row([.. days.Select(day => day.Classes[k])]))],
            Foot = [Row([.. days.Select(day => day.Macro)])],
        };
    }

    private static ImmutableArray<Cell> Row(ClassStudyScores[] variants)
    {
        var best = variants.Max(v => v.F1.Mean);
        return
        [
            variants[0].Name,
            .. variants.SelectMany(v => new[]
            {
                StudyText.Short(v.Precision),
                StudyText.Short(v.Recall),
                new Cell(StudyText.Short(v.F1), v.F1.Mean >= best),
            }),
        ];
    }
}
