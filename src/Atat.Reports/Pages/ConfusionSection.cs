using System.Collections.Immutable;

namespace Atat.Reports.Pages;

/// <summary>The confusion matrices of the detail days.</summary>
internal static class ConfusionSection
{
    public static Markup Render(EvaluationSummary summary, ReportContext context)
    {
        ImmutableArray<string> names = [.. summary.Whole.Classes.Select(c => c.Name)];
        var taxonomy = context.Taxonomy ?? context.Catalog?.Schema.Taxonomy;
        return Html.Of($"""
            <p class="soft">Rows are the true class, columns the predicted one; percent of the row, 0.5 % and less left blank. Point at a cell for its count.</p>
            <div class="row matrices">
            {Html.Each(summary.Details.Reverse(), day => Html.Of($"<div><h3>{(day == summary.Whole ? "Whole light curve" : "Cut")}, {day.Day} days</h3>\n{ConfusionTable.Render(day.Confusion, names, taxonomy)}</div>\n"))}</div>
            """);
    }
}
