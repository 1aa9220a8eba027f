using Atat.LightCurves;
using Atat.Reports.Figures;

namespace Atat.Reports.Pages;

/// <summary>The strongest confusions of whole light curves, and what the confused objects look like.</summary>
internal static class ExamplesSection
{
    private const int Width = 520, Height = 260;

    public static Markup Render(EvaluationSummary summary, ReportContext context, InlineSvg svg)
    {
        if (summary.Whole.Confusions.IsEmpty)
        {
            return Html.Of($"<p>No object of the whole light curves was taken for another class.</p>");
        }

        var index = Index(summary, context.Catalog);
        return Html.Of($"""
            <p class="soft">Whole light curves, by Wilson's lower bound of the share. Examples are the objects given the wrong class with the highest probability; open symbols are forced photometry that is no detection.</p>
            {Html.Each(summary.Whole.Confusions, pair => Pair(pair, context.Catalog, index, svg))}
            """);
    }

    private static Markup Pair(ConfusedPair pair, Catalog? catalog, Dictionary<string, int> index, InlineSvg svg)
    {
        var drawn = pair.Examples.Where(example => index.ContainsKey(example.Id)).ToArray();
        var named = Html.Of($"<p>{Html.Each(pair.Examples, example => Html.Of($"<code>{example.Id}</code> ({example.Probability:F2}) "))}</p>");
        return Html.Of($"""
            <h3>{pair.Truth} taken for {pair.Predicted}: {pair.Count:N0} {(pair.Count == 1 ? "object" : "objects")}, {100 * pair.Share:F1} % of {pair.Truth}</h3>
            {(drawn.Length == 0 ? named : Html.Of($"<details open><summary>{(drawn.Length == 1 ? "Example" : $"{drawn.Length} examples")}</summary>{Html.Each(drawn, example => Example(example, pair, catalog!, index, svg))}</details>"))}
            """);
    }

    private static Markup Example(ConfusedObject example, ConfusedPair pair, Catalog catalog, Dictionary<string, int> index, InlineSvg svg)
    {
        var lightCurve = LightCurve(catalog[index[example.Id]], catalog.Schema);
        var probabilities = ProbabilityFigure.Create(example.Track, pair.Truth, pair.Predicted, height: Height);
        return Html.Of($"<figure class=\"row example\">{svg.Of(lightCurve)}{svg.Of(probabilities)}</figure>\n");
    }

    // Folded where the survey gives a period: nobody recognises an eclipsing binary otherwise.
    private static Figure LightCurve(AstroObject example, CatalogSchema schema)
    {
        var column = schema.MetadataIndex(MetadataRole.Period);
        return column >= 0 && example.Metadata[column] is > 0 and < float.PositiveInfinity
            ? LightCurveFigure.Folded(example, schema, example.Metadata[column], example.Id, Width, Height)
            : LightCurveFigure.Create(example, schema, example.Id, Width, Height);
    }

    private static Dictionary<string, int> Index(EvaluationSummary summary, Catalog? catalog)
    {
        var wanted = summary.Whole.Confusions.SelectMany(pair => pair.Examples).Select(example => example.Id).ToHashSet(StringComparer.Ordinal);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < (catalog?.Count ?? 0); i++)
        {
            if (wanted.Contains(catalog!.Ids[i]))
            {
                index[catalog.Ids[i]] = i;
            }
        }

        return index;
    }
}
