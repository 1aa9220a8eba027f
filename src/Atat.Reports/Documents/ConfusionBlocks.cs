using System.Collections.Immutable;
using Atat.LightCurves;
using Atat.Metrics;
using Atat.Reports.Figures;
using Atat.Reports.Pages;

namespace Atat.Reports.Documents;

/// <summary>Confusion matrices side by side: tables in the page, a figure on disk.</summary>
internal static class ConfusionBlocks
{
    private const int FewClasses = 8;

    /// <summary>Makes the block.</summary>
    /// <param name="matrices">At least one, each with its title.</param>
    /// <param name="names">Names of the classes, (K).</param>
    /// <param name="taxonomy">Gives the branches; null for no lines.</param>
    /// <param name="caption">What the matrices are of.</param>
    public static FigureBlock Of(IReadOnlyList<(string Title, ConfusionMatrix Confusion)> matrices, ImmutableArray<string> names, Taxonomy? taxonomy, string caption) =>
        new([new NamedFigure("confusion", "", ConfusionFigure.SideBySide(matrices, names, taxonomy)) { IsDense = true }], caption)
        {
            InPage = Html.Of($"<div class=\"row matrices\">{Html.Each(matrices, matrix => Html.Of($"<div><h3>{matrix.Title}</h3>\n{ConfusionTable.Render(matrix.Confusion, names, taxonomy, small: names.Length > FewClasses)}</div>\n"))}</div>"),
        };
}
