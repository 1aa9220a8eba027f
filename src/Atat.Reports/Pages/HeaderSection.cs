using System.Globalization;
using Atat.Metrics;

namespace Atat.Reports.Pages;

/// <summary>What was evaluated, the headline numbers, and what to know before trusting them.</summary>
internal static class HeaderSection
{
    public static Markup Render(EvaluationSummary summary, ReportContext context)
    {
        var whole = summary.Whole;
        var notes = context.Notes.Concat(summary.Notes).ToArray();
        return Html.Of($"""
            <header>
            <h1>{context.RunName}</h1>
            <p class="lead">{summary.Objects:N0} labelled objects of {summary.Classes.Length} classes, evaluated at {summary.Days.Length} {(summary.Days.Length == 1 ? "day" : "days")} since the first detection.</p>
            <dl class="run">
            {Row("Model", context.Model)}{Row("Data hash", context.DataHash)}{Row("Date", context.Date?.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture).Replace("UTC+00:00", "UTC", StringComparison.Ordinal) ?? "")}{Row("Command", context.Command)}{Row("Version", context.ProgramVersion)}</dl>
            </header>
            <div class="cards">
            {Card("Macro F1, whole light curve", whole.MacroF1)}{Html.Each(summary.Details.SkipLast(1).Take(2), day => Card(Name(day.Day), day.MacroF1))}{Card("Accuracy", whole.Accuracy)}{Card("Macro AUC, one-vs-rest", whole.MacroAuc)}{Card("Log-loss (nats)", whole.LogLoss)}{Card("Brier score (0–2)", whole.Brier)}{Card("Expected calibration error", new Interval(whole.Reliability.ExpectedError, double.NaN, double.NaN))}</div>
            <p class="soft">Whole light curves unless a day is named; 95 % intervals from {summary.Options.Resamples:N0} bootstrap resamples over objects{(summary.Options.Stratified ? ", by class" : "")}, seed {summary.Options.Seed}.</p>
            {(notes.Length == 0 ? Markup.Empty : Html.Of($"<ul class=\"notes\" aria-label=\"Notes\">{Html.Each(notes, note => Html.Of($"<li>{note}</li>"))}</ul>"))}
            """);
    }

    private static string Name(double day) => string.Create(CultureInfo.InvariantCulture, $"Macro F1 at {day} days");

    private static Markup Row(string name, string value) =>
        value.Length == 0 ? Markup.Empty : Html.Of($"<dt>{name}</dt><dd>{(name == "Command" ? Html.Of($"<code>{value}</code>") : value)}</dd>\n");

    private static Markup Card(string name, Interval value) =>
        Html.Of($"<div class=\"card\"><b>{value.Estimate:F3}</b>{(double.IsNaN(value.Low) ? Markup.Empty : Html.Of($"<span>{value.Low:F3} – {value.High:F3}</span><br>"))}<span>{name}</span></div>\n");
}
