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
        (string Name, string Title, Func<StudyVariant, bool> Shown)[] panels =
        [
            ("f1_best", "(a) Best networks against trees", v => v.Headline || v.Panel == StudyPanel.Trees),
            ("f1_light_curve", "(b) Light curves alone", v => v.Panel == StudyPanel.LightCurve),
            ("f1_tabular", "(c) Tabular data alone, and the forest", v => v.Panel == StudyPanel.Tabular || v.Key == StudyKeys.Forest),
            ("f1_combined", "(d) Light curves and tabular data", v => v.Panel == StudyPanel.Combined),
        ];
        return [.. from panel in panels
                   let shown = summary.Variants.Where(v => panel.Shown(v.Variant) && !v.Days.IsEmpty).ToArray()
                   where shown.Length > 0
                   select new NamedFigure(panel.Name, panel.Title, F1CurveFigure.Create(StudyColours.Curves(summary, shown)))];
    }
}
