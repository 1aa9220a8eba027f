using Atat.Reports.Figures;

namespace Atat.Reports.Pages;

/// <summary>Scores against days since the first detection.</summary>
internal static class DaysSection
{
    public static Markup Render(EvaluationSummary summary, ReportContext context, InlineSvg svg) => Html.Of($"""
        <figure>{svg.Of(F1CurveFigure.Create([new NamedCurve(context.RunName, summary.Days), .. context.OtherRuns]))}
        <figcaption>Macro F1 of light curves cut at days since the first detection; bands are 95 % intervals.</figcaption></figure>
        <div class="scroll"><table class="data">
        <thead><tr><th>day</th><th>objects</th><th>macro F1</th><th>95 % interval</th><th>accuracy</th><th>95 % interval</th></tr></thead>
        <tbody>
        {Html.Each(summary.Days, day => Html.Of($"<tr><td>{day.Day}</td><td>{day.Objects}</td><td>{day.MacroF1.Estimate:F4}</td><td>{day.MacroF1.Low:F4} – {day.MacroF1.High:F4}</td><td>{day.Accuracy.Estimate:F4}</td><td>{day.Accuracy.Low:F4} – {day.Accuracy.High:F4}</td></tr>\n"))}</tbody>
        </table></div>
        """);
}
