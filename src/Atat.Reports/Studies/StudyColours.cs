using System.Collections.Immutable;
using Atat.Reports.Figures;

namespace Atat.Reports.Studies;

/// <summary>Colours of variants: the same in every figure, and shared by a variant with and without masked temporal augmentation.</summary>
internal static class StudyColours
{
    /// <summary>Curves of some of a study's variants.</summary>
    /// <param name="summary">The study: its first variants take the colours in order.</param>
    /// <param name="shown">Those in the figure; those without a colour of their own take what the others leave.</param>
    public static ImmutableArray<NamedCurve> Curves(ChapterFourSummary summary, IReadOnlyList<VariantSummary> shown)
    {
        string[] owners = [.. summary.Variants.Where(v => v.Variant.Panel < StudyPanel.Ablation).Select(Base).Distinct().Take(Colours.Series.Length)];
        string[] bases = [.. shown.Select(Base).Distinct()];
        string[] left = [.. Colours.Series.Where((_, i) => i >= owners.Length || !bases.Contains(owners[i]))];
        string[] others = [.. bases.Where(key => !owners.Contains(key))];
        return [.. shown.Select(v => new NamedCurve(v.Variant.Title, [.. v.Days.Select(Scores)])
        {
            Colour = Array.IndexOf(owners, Base(v)) is var own and >= 0 ? Colours.Series[own] : left[Array.IndexOf(others, Base(v)) % left.Length],
            Dashed = StudyKeys.HasMta(v.Variant.Key),
        })];
    }

    private static string Base(VariantSummary variant) => StudyKeys.WithoutMta(variant.Variant.Key);

    private static DayScores Scores(VariantDay day) => new(day.Day, day.Objects, Interval(day.Macro.F1), Interval(day.Accuracy));

    private static Metrics.Interval Interval(StudyScore score) => new(score.Mean, score.Low, score.High);
}
