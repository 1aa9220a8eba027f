using System.Collections.Immutable;
using Atat.Reports.Documents;

namespace Atat.Reports.Studies;

/// <summary>F1 of each class beside that of thesis table 4.1.</summary>
internal static class ThesisTable
{
    /// <summary>The table; null where the study shares no variant or class with the thesis's.</summary>
    public static TableBlock? Of(ChapterFourSummary summary)
    {
        VariantSummary[] shown = [.. ThesisScores.Variants.Select(summary.Find).OfType<VariantSummary>().Where(v => v.At(summary.Whole) is not null)];
        return shown.Length == 0 || summary.Classes.All(name => double.IsNaN(ThesisScores.F1(shown[0].Variant.Key, name))) ? null : new TableBlock
        {
            Caption = "F1 of whole light curves beside that of the thesis, whose objects were others: ELAsTiCC's.",
            Groups = [("", 1), .. shown.Select(v => (v.Variant.Title, 2))],
            Head = ["class", .. shown.SelectMany(_ => Heads)],
            Rows = [.. summary.Classes.Select((name, k) => Row(name, name, shown, v => v.At(summary.Whole)!.Classes[k]))],
            Foot = [Row(ThesisScores.Macro, ThesisScores.Macro, shown, v => v.At(summary.Whole)!.Macro)],
        };
    }

    private static readonly string[] Heads = ["here", "thesis"];

    private static ImmutableArray<Cell> Row(string title, string name, VariantSummary[] shown, Func<VariantSummary, ClassStudyScores> scores) =>
        [title, .. shown.SelectMany(IEnumerable<Cell> (v) => [StudyText.Short(scores(v).F1), StudyText.Fixed(ThesisScores.F1(v.Variant.Key, name), 3)])];
}
