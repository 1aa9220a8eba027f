using Atat.Reports.Figures;

namespace Atat.Reports.Pages;

/// <summary>Confusion matrices as tables: percent in the cells, counts when pointed at, lines between branches (thesis figure 4.4).</summary>
internal static class ConfusionSection
{
    // Above these shares a dark page's, and a light page's, usual ink is no longer the more legible one.
    private const double MediumShare = 0.6, StrongShare = 0.85;

    public static Markup Render(EvaluationSummary summary, ReportContext context)
    {
        var boundaries = ConfusionFigure.Boundaries(summary.Whole.Classes, context.Taxonomy ?? context.Catalog?.Schema.Taxonomy).ToHashSet();
        return Html.Of($"""
            <p class="soft">Rows are the true class, columns the predicted one; percent of the row, 0.5 % and less left blank. Point at a cell for its count.</p>
            <div class="row matrices">
            {Html.Each(summary.Details.Reverse(), day => Html.Of($"<div><h3>{(day == summary.Whole ? "Whole light curve" : "Cut")}, {day.Day} days</h3>\n{Table(day, boundaries)}</div>\n"))}</div>
            """);
    }

    private static Markup Table(DayEvaluation day, HashSet<int> boundaries)
    {
        var classes = Enumerable.Range(0, day.Classes.Length).ToArray();
        return Html.Of($"""
            <div class="scroll"><table class="confusion">
            <thead><tr><th></th>{Html.Each(day.Classes, c => Html.Of($"<th scope=\"col\"><span>{c.Name}</span></th>"))}<th></th></tr></thead>
            <tbody>
            {Html.Each(classes, truth => Html.Of($"<tr><th scope=\"row\">{day.Classes[truth].Name}</th>{Html.Each(classes, predicted => Cell(day, truth, predicted, boundaries))}<td class=\"n\">{day.Classes[truth].Scores.Support:N0}</td></tr>\n"))}</tbody>
            </table></div>
            """);
    }

    private static Markup Cell(DayEvaluation day, int truth, int predicted, HashSet<int> boundaries)
    {
        var share = day.Confusion.Share(truth, predicted);
        string?[] kinds =
        [
            share > StrongShare ? "strong" : share > MediumShare ? "medium" : null,
            truth == predicted ? "d" : null,
            boundaries.Contains(truth) ? "t" : null,
            boundaries.Contains(predicted) ? "l" : null,
        ];
        var title = Html.Of($"{day.Classes[truth].Name} taken for {day.Classes[predicted].Name}: {day.Confusion[truth, predicted]} of {day.Classes[truth].Scores.Support} ({100 * share:F1} %)");
        return Html.Of($"<td class=\"{string.Join(' ', kinds.Where(kind => kind is not null))}\" style=\"--a:{share:0.###}\" title=\"{title}\">{(share > 0.005 ? Html.Of($"{100 * share:F0}") : Markup.Empty)}</td>");
    }
}
