using System.Collections.Immutable;
using Atat.Metrics;
using Atat.Reports.Documents;

namespace Atat.Reports.Studies;

/// <summary>
/// F1 of the classes in which the thesis's forest beats its networks (section 4.5.1), by the network trained with other treatments of rare
/// classes, against the reference network and beside the forest.
/// </summary>
internal static class RareClassTable
{
    /// <summary>Makes the table; none where the study has none of these classes.</summary>
    /// <param name="summary">The study.</param>
    /// <param name="rows">Rows of the treatments.</param>
    public static TableBlock? Of(ChapterFourSummary summary, IReadOnlyCollection<AblationRow> rows)
    {
        int[] classes = [.. ThesisClaims.RareClasses.Select(name => summary.Classes.IndexOf(name)).Where(k => k >= 0)];
        if (classes.Length == 0 || rows.Count == 0)
        {
            return null;
        }

        VariantSummary[] beside = [.. new[] { summary.Reference, summary.Find(StudyKeys.Forest) }.OfType<VariantSummary>()];
        return new TableBlock
        {
            Caption = $"F1 of the classes in which the thesis's forest is better than its networks, and its difference from {summary.Reference!.Variant.Title}: 95 % intervals of a paired bootstrap over test objects, not corrected for the number of comparisons.",
            Groups = [("", 2), .. classes.Select(k => (summary.Classes[k], 3))],
            Head = ["variant", "day", .. classes.SelectMany(_ => (string[])["F1", "difference", "95 % interval"])],
            Rows =
            [
                .. from variant in beside
                   from day in summary.TableDays
                   let at = variant.At(day)
                   where at is not null
                   select Row(variant.Variant, at, classes.Select(k => (k, (Interval?)null))),
                .. from row in rows
                   let at = summary.Find(row.Variant.Key)?.At(row.Contrast.Day)
                   where at is not null
                   select Row(row.Variant, at, classes.Select(k => (k, (Interval?)row.Contrast.ClassF1[k].Difference))),
            ],
        };
    }

    private static ImmutableArray<Cell> Row(StudyVariant variant, VariantDay at, IEnumerable<(int Class, Interval? Difference)> classes) =>
        [variant.Title, StudyText.Day(at.Day), .. classes.SelectMany(c => Cells(at.Classes[c.Class].F1.Mean, c.Difference))];

    private static Cell[] Cells(double f1, Interval? difference) => difference is not { } d || double.IsNaN(d.Estimate)
        ? [F1(f1), StudyText.Missing, StudyText.Missing]
        : [F1(f1), new Cell(StudyText.Signed(d.Estimate), d.Low > 0 || d.High < 0), StudyText.Range(d)];

    private static string F1(double f1) => double.IsNaN(f1) ? StudyText.Missing : StudyText.Fixed(f1, 3);
}
