using System.Collections.Immutable;
using Atat.Metrics;
using Atat.Reports.Documents;

namespace Atat.Reports.Studies;

/// <summary>Variants of a panel against the reference network.</summary>
internal static class AblationTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="summary">The study.</param>
    /// <param name="rows">Rows of one panel.</param>
    public static TableBlock Of(ChapterFourSummary summary, IEnumerable<AblationRow> rows) => new()
    {
        Caption = $"Difference of macro F1, and the classes whose F1 differs, against {summary.Reference!.Variant.Title}: 95 % intervals of a paired bootstrap over test objects, not corrected for the number of comparisons.",
        Head = ["variant", "day", "macro F1", "difference", "95 % interval", "better in", "worse in"],
        TextColumns = [5, 6],
        Rows = [.. rows.Select(row => Row(summary, row))],
    };

    private static ImmutableArray<Cell> Row(ChapterFourSummary summary, AblationRow row)
    {
        var difference = row.Contrast.MacroF1.Difference;
        return
        [
            row.Variant.Title,
            StudyText.Day(row.Contrast.Day),
            StudyText.Fixed(row.Contrast.First, 3),
            new Cell(StudyText.Signed(difference.Estimate), difference.Low > 0 || difference.High < 0),
            StudyText.Range(difference),
            Classes(summary, row.Contrast, f1 => f1.Low > 0),
            Classes(summary, row.Contrast, f1 => f1.High < 0),
        ];
    }

    private static string Classes(ChapterFourSummary summary, Contrast contrast, Func<Interval, bool> differs)
    {
        var named = summary.Classes.Zip(contrast.ClassF1, (name, f1) => (Name: name, F1: f1.Difference)).Where(c => differs(c.F1)).OrderByDescending(c => Math.Abs(c.F1.Estimate));
        return string.Join(", ", named.Select(c => $"{c.Name} {StudyText.Signed(c.F1.Estimate, 2)}")) is { Length: > 0 } text ? text : StudyText.Missing;
    }
}
