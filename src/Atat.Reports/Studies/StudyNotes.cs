using System.Globalization;

namespace Atat.Reports.Studies;

/// <summary>What the data say of how far the variants can be compared: what is missing, which folds differ, who saw how much, who is undertrained.</summary>
internal static class StudyNotes
{
    public static IEnumerable<string> Of(ChapterFourSummary summary) =>
        [.. Missing(summary), .. Folds(summary), .. Days(summary), .. Seen(summary), .. Undertrained(summary)];

    private static IEnumerable<string> Missing(ChapterFourSummary summary) => summary.Missing.IsEmpty ? []
        : [$"Not measured, because there is no run: {Titles(summary.Missing)}."];

    private static IEnumerable<string> Folds(ChapterFourSummary summary)
    {
        var groups = summary.Variants.GroupBy(v => Numbers(v.Runs.Select(run => run.Fold))).OrderByDescending(g => g.Count()).ToArray();
        yield return groups.Length == 1
            ? $"Every variant was trained with {FoldText(summary.Variants[0])} held out{(summary.Variants[0].Runs.Length == 1 ? "; what training itself adds to the uncertainty was not measured" : "")}."
            : $"The variants have different folds, and two of them are compared on the folds that both have: {string.Join("; ", groups.Select(g => $"{FoldText(g.First())}: {Titles(g.Select(v => v.Variant))}"))}.";
    }

    private static IEnumerable<string> Days(ChapterFourSummary summary) =>
        from variant in summary.Variants
        let missing = summary.Days.Where(day => variant.At(day) is null || variant.At(day)!.Folds.Length < variant.Runs.Length).ToArray()
        where missing.Length > 0
        select $"{variant.Variant.Title} lacks predictions at {Numbers(missing)} days{(variant.Runs.Length > 1 ? " in at least one fold" : "")}.";

    private static IEnumerable<string> Seen(ChapterFourSummary summary)
    {
        var networks = summary.Variants.Where(v => v.Runs.Any(run => run.ObjectsSeen > 0)).ToArray();
        if (networks.Length == 0)
        {
            yield break;
        }

        var groups = networks.GroupBy(v => Numbers(v.Runs.Select(run => (double)run.ObjectsSeen).Distinct().Order(), "N0")).ToArray();
        yield return groups.Length == 1 && networks[0].Runs.Select(run => run.ObjectsSeen).Distinct().Count() == 1
            ? $"All network variants saw the same number of training objects, repetitions counted: {groups[0].Key}."
            : $"The network variants did not see the same number of training objects, repetitions counted: {string.Join("; ", groups.Select(g => $"{g.Key}: {Titles(g.Select(v => v.Variant))}"))}.";
    }

    private static IEnumerable<string> Undertrained(ChapterFourSummary summary)
    {
        var improving = summary.Variants.Where(v => v.StillImproving.Any()).ToArray();
        if (improving.Length > 0)
        {
            yield return $"Still improving when training ended, so undertrained: the scores may be below what the variant can reach: {string.Join("; ", improving.Select(v => $"{v.Variant.Title} ({(v.StillImproving.Count() == v.Runs.Length ? "every fold" : $"{(v.StillImproving.Count() == 1 ? "fold" : "folds")} {Numbers(v.StillImproving)}")})"))}.";
        }
        else if (summary.Variants.Any(v => v.Runs.Any(run => run.ObjectsSeen > 0)))
        {
            yield return "No network was still improving when its training ended.";
        }
    }

    private static string FoldText(VariantSummary variant) =>
        $"{(variant.Runs.Length == 1 ? "fold" : "folds")} {Numbers(variant.Runs.Select(run => run.Fold))}";

    private static string Titles(IEnumerable<StudyVariant> variants) => string.Join(", ", variants.Select(v => v.Title));

    private static string Numbers<T>(IEnumerable<T> numbers, string? format = null)
        where T : IFormattable =>
        string.Join(", ", numbers.Select(n => n.ToString(format, CultureInfo.InvariantCulture)));
}
