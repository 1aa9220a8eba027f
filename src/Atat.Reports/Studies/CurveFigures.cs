using System.Collections.Immutable;
using Atat.Reports.Documents;
using Atat.Reports.Figures;

namespace Atat.Reports.Studies;

/// <summary>Macro F1 against days, panel by panel (thesis figure 4.3).</summary>
internal static class CurveFigures
{
    /// <summary>The panels that have a variant.</summary>
    public static ImmutableArray<NamedFigure> Of(ChapterFourSummary summary)
    {
        (string Name, string Title, StudyPanel Panel, Func<StudyVariant, bool> Beside)[] panels =
        [
            ("f1_best", "(a) Best networks against trees", StudyPanel.Trees, v => v.Headline),
            ("f1_light_curve", "(b) Light curves alone", StudyPanel.LightCurve, _ => false),
            ("f1_tabular", "(c) Tabular data alone, and the forest", StudyPanel.Tabular, v => v.Key == StudyKeys.Forest),
            ("f1_combined", "(d) Light curves and tabular data", StudyPanel.Combined, _ => false),
        ];
        return [.. panels.SelectMany(panel => Panel(summary, panel.Name, panel.Title, panel.Panel, panel.Beside))];
    }

    /// <summary>One panel with what it is compared with; none where it has no variant.</summary>
    public static IEnumerable<NamedFigure> Panel(ChapterFourSummary summary, string name, string title, StudyPanel panel, Func<StudyVariant, bool> beside)
    {
        var shown = summary.Variants.Where(v => !v.Days.IsEmpty && (v.Variant.Panel == panel || beside(v.Variant))).ToArray();
        if (shown.Any(v => v.Variant.Panel == panel))
        {
            var description = $"Macro F1 against days since the first detection: {string.Join(", ", shown.Select(v => v.Variant.Title))}.";
            yield return new NamedFigure(name, title, F1CurveFigure.CreatePanel(StudyColours.Curves(summary, shown), description));
        }
    }
}
