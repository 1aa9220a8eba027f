using Atat.Metrics;

namespace Atat.Reports.Pages;

/// <summary>The run's configuration, and the scores as text to paste.</summary>
internal static class ConfigurationSection
{
    public static Markup Render(EvaluationSummary summary, ReportContext context) => Html.Of($"""
        {(context.Configuration.Length == 0 ? Markup.Empty : Html.Of($"<details><summary>Configuration of the run</summary><pre>{context.Configuration}</pre></details>\n"))}<details><summary>Scores as text</summary><pre>{ClassificationReport.Format(summary.Whole.Confusion, summary.Classes, digits: 4)}</pre></details>
        """);
}
