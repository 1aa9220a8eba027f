using Atat.Reports.Figures;

namespace Atat.Reports.Pages;

/// <summary>How well the probabilities rank and how far they can be believed.</summary>
internal static class ProbabilitiesSection
{
    public static Markup Render(EvaluationSummary summary, InlineSvg svg) => Html.Of($"""
        <div class="row">
        <figure>{svg.Of(RocFigure.Create(summary.Whole))}
        <figcaption>One-vs-rest ROC curves of whole light curves; the legend gives areas, smallest first.</figcaption></figure>
        <figure>{svg.Of(ReliabilityFigure.Create(summary.Whole.Reliability))}
        <figcaption>Reliability of whole light curves, {summary.Whole.Reliability.Bins.Length} bins; bars of ±1.96 standard errors.</figcaption></figure>
        </div>
        <div class="scroll"><table class="data">
        <caption>Expected (ECE) and maximum (MCE) calibration error: how far accuracy is from confidence, on average and in the worst bin.</caption>
        <thead><tr><th>day</th><th>log-loss (nats)</th><th>95 % interval</th><th>Brier score</th><th>95 % interval</th><th>macro AUC</th><th>95 % interval</th><th>ECE</th><th>MCE</th></tr></thead>
        <tbody>
        {Html.Each(summary.Details, Row)}</tbody>
        </table></div>
        """);

    private static Markup Row(DayEvaluation day) => Html.Of(
        $"<tr><td>{day.Day}</td><td>{day.LogLoss.Estimate:F4}</td><td>{day.LogLoss.Low:F4} – {day.LogLoss.High:F4}</td><td>{day.Brier.Estimate:F4}</td><td>{day.Brier.Low:F4} – {day.Brier.High:F4}</td><td>{day.MacroAuc.Estimate:F4}</td><td>{day.MacroAuc.Low:F4} – {day.MacroAuc.High:F4}</td><td>{day.Reliability.ExpectedError:F4}</td><td>{day.Reliability.MaximumError:F4}</td></tr>\n");
}
