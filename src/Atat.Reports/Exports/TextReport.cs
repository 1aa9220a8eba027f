using System.Globalization;
using System.Text;
using Atat.Metrics;

namespace Atat.Reports.Exports;

/// <summary>The summary as text to paste: scikit-learn's layout for every detail day.</summary>
public static class TextReport
{
    /// <summary>Formats the summary.</summary>
    public static string Format(EvaluationSummary summary)
    {
        var text = new StringBuilder();
        foreach (var day in summary.Details)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(day == summary.Whole ? "Whole light curve" : "Cut")} at {day.Day} days after the first detection, {day.Objects} objects\n\n");
            text.Append(ClassificationReport.Format(day.Confusion, summary.Classes, digits: 4)).Append('\n');
        }

        return text.ToString();
    }
}
