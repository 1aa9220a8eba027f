namespace Atat.Reports.Pages;

/// <summary>One table a detail day: precision, recall and F1 of each class and what else is measured class by class (thesis table 4.1).</summary>
internal static class ClassesSection
{
    public static Markup Render(EvaluationSummary summary) => Html.Of($"""
        {Table(summary.Whole)}
        {Html.Each(summary.Details.SkipLast(1).Reverse(), day => Html.Of($"<details><summary>At {day.Day} days</summary>{Table(day)}</details>\n"))}
        """);

    private static Markup Table(DayEvaluation day) => Html.Of($"""
        <div class="scroll"><table class="data">
        <caption>{day.Objects:N0} objects at {day.Day} days since the first detection. Accuracy, area under the ROC curve (AUC) and average precision (AP) are one-vs-rest. Click a head to sort.</caption>
        <thead><tr><th>class</th><th>objects</th><th>predicted</th><th>precision</th><th>recall</th><th>F1</th><th>95 % interval</th><th>accuracy</th><th>AUC</th><th>95 % interval</th><th>AP</th></tr></thead>
        <tbody>
        {Html.Each(day.Classes, Row)}</tbody>
        <tfoot><tr><td>macro average</td><td>{day.Objects}</td><td></td><td>{day.MacroPrecision.Estimate:F4}</td><td>{day.MacroRecall.Estimate:F4}</td><td>{day.MacroF1.Estimate:F4}</td><td>{day.MacroF1.Low:F3} – {day.MacroF1.High:F3}</td><td></td><td>{day.MacroAuc.Estimate:F4}</td><td>{day.MacroAuc.Low:F3} – {day.MacroAuc.High:F3}</td><td></td></tr>
        <tr><td>weighted average</td><td>{day.Objects}</td><td></td><td>{day.Confusion.Weighted.Precision:F4}</td><td>{day.Confusion.Weighted.Recall:F4}</td><td>{day.Confusion.Weighted.F1:F4}</td><td></td><td></td><td></td><td></td><td></td></tr></tfoot>
        </table></div>
        """);

    private static Markup Row(ClassEvaluation c) => Html.Of(
        $"<tr><td>{c.Name}</td><td>{c.Scores.Support}</td><td>{c.Predicted}</td><td>{c.Scores.Precision:F4}</td><td>{c.Scores.Recall:F4}</td><td>{c.Scores.F1:F4}</td><td>{c.F1.Low:F3} – {c.F1.High:F3}</td><td>{c.OneVersusRestAccuracy:F4}</td><td>{c.Auc.Estimate:F4}</td><td>{c.Auc.Low:F3} – {c.Auc.High:F3}</td><td>{c.AveragePrecision:F4}</td></tr>\n");
}
