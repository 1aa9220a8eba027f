using System.Collections.Immutable;
using Atat.Reports.Documents;

namespace Atat.Reports.Studies;

/// <summary>The table of all variants: macro F1 early and late, and what it took.</summary>
internal static class VariantTable
{
    /// <summary>Makes the table; variants without a run stand in it with dashes.</summary>
    public static TableBlock Of(ChapterFourSummary summary)
    {
        var days = summary.TableDays;
        return new TableBlock
        {
            Caption = Caption(summary),
            Groups = [("", 1), ("macro F1 at days since first detection", days.Length), ("", 1), ("a run", 4)],
            Head = [
                "variant", .. days.Select(day => day == summary.Whole ? $"{StudyText.Day(day)} (whole)" : StudyText.Day(day)),
                "folds", "objects seen", "validation macro F1", "training (thread-seconds)", "still improving",
            ],
            Rows = [.. summary.Variants.Select(v => Row(v, days)), .. summary.Missing.Select(v => Missing(v, days.Length))],
        };
    }

    private static string Caption(ChapterFourSummary summary)
    {
        var several = summary.Variants.Count(v => v.Runs.Length > 1);
        var deviation = "mean ± standard deviation over folds";
        var interval = FormattableString.Invariant($"95 % interval of {summary.Options.Resamples:N0} bootstrap resamples over test objects");
        return "Macro F1: " + (several == summary.Variants.Length ? deviation : several == 0 ? interval : $"{deviation}; of a single fold, {interval}")
            + ". What a run took is the mean over its folds; \"still improving\" names the folds whose best validation score was in the last tenth of the training.";
    }

    private static ImmutableArray<Cell> Row(VariantSummary v, ImmutableArray<double> days) =>
    [
        v.Variant.Title,
        .. days.Select(day => (Cell)StudyText.Score(v.At(day)?.Macro.F1)),
        StudyText.Whole(v.Runs.Length),
        v.Mean(run => run.ObjectsSeen) is var seen and > 0 ? StudyText.Whole(seen) : StudyText.Missing,
        StudyText.Fixed(v.Mean(run => run.ValidationMacroF1), 3),
        StudyText.Whole(v.Mean(run => run.TrainingSeconds)),
        Improving(v),
    ];

    private static string Improving(VariantSummary v) => v.StillImproving.Count() switch
    {
        0 => v.Runs.Any(run => run.ObjectsSeen > 0) ? "no" : StudyText.Missing,
        var count when count == v.Runs.Length => "yes",
        var count => $"{(count == 1 ? "fold" : "folds")} {string.Join(", ", v.StillImproving.Select(fold => StudyText.Whole(fold)))}",
    };

    private static ImmutableArray<Cell> Missing(StudyVariant variant, int days) =>
        [variant.Title, .. Enumerable.Repeat<Cell>(StudyText.Missing, days), "0", .. Enumerable.Repeat<Cell>(StudyText.Missing, 4)];
}
