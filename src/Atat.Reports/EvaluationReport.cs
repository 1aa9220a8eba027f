using System.Globalization;
using Atat.Formats.Files;
using Atat.Reports.Exports;
using Atat.Reports.Figures;
using Atat.Reports.Pages;

namespace Atat.Reports;

/// <summary>
/// Writes an evaluation's folder: <c>metrics.json</c> for programs, <c>report.html</c> for people, <c>classification_report.txt</c>, tables as CSV
/// (<c>days, classes, confusion_DAY</c>) and <c>figures/</c> as SVG, with PNG beside them for the curve by day and the confusion matrices.
/// </summary>
public static class EvaluationReport
{
    /// <summary>Writes all files; each replaces an older one whole.</summary>
    /// <param name="folder">The folder; made where needed.</param>
    /// <param name="summary">What was found.</param>
    /// <param name="context">What else the report tells.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string folder, EvaluationSummary summary, ReportContext context)
    {
        WriteText(Path.Combine(folder, "metrics.json"), MetricsJson.Write(summary));
        WriteText(Path.Combine(folder, "classification_report.txt"), TextReport.Format(summary));
        WriteText(Path.Combine(folder, "days.csv"), CsvTables.Days(summary));
        WriteText(Path.Combine(folder, "classes.csv"), CsvTables.Classes(summary));
        WriteFigures(Path.Combine(folder, "figures"), folder, summary, context);
        WriteText(Path.Combine(folder, "report.html"), ReportPage.Render(summary, context));
    }

    private static void WriteText(string path, string text) => OutputFile.Write(path, beside => File.WriteAllText(beside, text));

    private static void WriteFigures(string figures, string folder, EvaluationSummary summary, ReportContext context)
    {
        var curve = F1CurveFigure.Create([new NamedCurve(context.RunName, summary.Days), .. context.OtherRuns]);
        curve.Write(Path.Combine(figures, "f1_by_day.svg"));
        curve.Write(Path.Combine(figures, "f1_by_day.png"));
        foreach (var day in summary.Details)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"confusion_{day.Day}");
            WriteText(Path.Combine(folder, name + ".csv"), CsvTables.Confusion(summary, day));
            var confusion = ConfusionFigure.Create(day, context.Taxonomy ?? context.Catalog?.Schema.Taxonomy);
            confusion.Write(Path.Combine(figures, name + ".svg"));
            confusion.Write(Path.Combine(figures, name + ".png"));
        }

        RocFigure.Create(summary.Whole).Write(Path.Combine(figures, "roc.svg"));
        ReliabilityFigure.Create(summary.Whole.Reliability).Write(Path.Combine(figures, "reliability.svg"));
        if (!context.Training.IsEmpty)
        {
            TrainingFigure.Loss(context.Training).Write(Path.Combine(figures, "training_loss.svg"));
            TrainingFigure.MacroF1(context.Training).Write(Path.Combine(figures, "training_f1.svg"));
        }
    }
}
