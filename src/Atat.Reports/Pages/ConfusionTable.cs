using System.Collections.Immutable;
using Atat.LightCurves;
using Atat.Metrics;
using Atat.Reports.Figures;

namespace Atat.Reports.Pages;

/// <summary>A confusion matrix as a table: percent in the cells, counts when pointed at, lines between branches (thesis figure 4.4).</summary>
internal static class ConfusionTable
{
    // Above these shares a dark page's, and a light page's, usual ink is no longer the more legible one.
    private const double MediumShare = 0.6, StrongShare = 0.85;

    /// <summary>Renders a matrix.</summary>
    /// <param name="confusion">The counts.</param>
    /// <param name="names">Names of the classes, (K).</param>
    /// <param name="taxonomy">Gives the branches; null for no lines.</param>
    /// <param name="small">Whether cells are small, for several matrices in a row.</param>
    public static Markup Render(ConfusionMatrix confusion, ImmutableArray<string> names, Taxonomy? taxonomy, bool small = false)
    {
        var boundaries = ConfusionFigure.Boundaries(names, taxonomy).ToHashSet();
        var classes = Enumerable.Range(0, names.Length).ToArray();
        return Html.Of($"""
            <div class="scroll"><table class="confusion{(small ? " small" : "")}">
            <thead><tr><th></th>{Html.Each(names, name => Html.Of($"<th scope=\"col\"><span>{name}</span></th>"))}<th></th></tr></thead>
            <tbody>
            {Html.Each(classes, truth => Html.Of($"<tr><th scope=\"row\">{names[truth]}</th>{Html.Each(classes, predicted => Cell(confusion, names, truth, predicted, boundaries))}<td class=\"n\">{confusion.Support(truth):N0}</td></tr>\n"))}</tbody>
            </table></div>
            """);
    }

    private static Markup Cell(ConfusionMatrix confusion, ImmutableArray<string> names, int truth, int predicted, HashSet<int> boundaries)
    {
        var share = confusion.Share(truth, predicted);
        string?[] kinds =
        [
            share > StrongShare ? "strong" : share > MediumShare ? "medium" : null,
            truth == predicted ? "d" : null,
            boundaries.Contains(truth) ? "t" : null,
            boundaries.Contains(predicted) ? "l" : null,
        ];
        var title = Html.Of($"{names[truth]} taken for {names[predicted]}: {confusion[truth, predicted]} of {confusion.Support(truth)} ({100 * share:F1} %)");
        return Html.Of($"<td class=\"{string.Join(' ', kinds.Where(kind => kind is not null))}\" style=\"--a:{share:0.###}\" title=\"{title}\">{(share > 0.005 ? Html.Of($"{100 * share:F0}") : Markup.Empty)}</td>");
    }
}
