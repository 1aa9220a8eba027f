using System.Globalization;
using Atat.Reports.Documents;
using Atat.Reports.Figures;
using Atat.Reports.Studies;

namespace Atat.Reports.Comparisons;

/// <summary>
/// Writes the folder of a comparison: <c>report.html</c>, <c>comparison.md</c> with its <c>figures/</c> (SVG and PNG), <c>comparison.json</c>, and tables as CSV
/// (<c>days, differences, classes, configuration</c>).
/// </summary>
public static class ComparisonReport
{
    /// <summary>Writes all files; each replaces an older one whole.</summary>
    /// <param name="folder">The folder; made where needed.</param>
    /// <param name="summary">What was found.</param>
    /// <param name="context">What else the report tells.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string folder, ComparisonSummary summary, ComparisonContext context)
    {
        DocumentFolder.Write(folder, [.. ComparisonCsv.Of(summary), ("comparison.json", ComparisonJson.Write(summary))]);
        DocumentFolder.Write(folder, Document(summary, context), "comparison.md", "figures");
    }

    private static Document Document(ComparisonSummary summary, ComparisonContext context) => new()
    {
        Title = string.Join(" and ", summary.Runs.Select(run => run.Run.Name)),
        Lead = FormattableString.Invariant($"{summary.Runs.Length} runs compared on the {summary.Objects:N0} labelled objects of {summary.Classes.Length} classes that all of them were evaluated on."),
        Facts = [("Command", context.Command), ("Version", context.ProgramVersion), ("Date", context.Date.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture))],
        Notes = summary.Notes,
        Sections =
        [
            new("runs", "Runs", ComparisonTables.Runs(summary), ComparisonTables.Configuration(summary) is { } differing ? differing : new TextBlock("The configurations do not differ.")) { Wide = true },
            new("days", "Early classification", Curves(summary), ComparisonTables.Scores(summary)) { Wide = true },
            new("differences", "Differences", ComparisonTables.Differences(summary)),
            new("classes", "Classes", ComparisonTables.Classes(summary) is { } classes ? classes : new TextBlock("No class's F1 differs significantly.")),
            new("confusion", "Confusion", Confusion(summary, context)) { Wide = true },
        ],
    };

    private static FigureBlock Curves(ComparisonSummary summary) => new(
        [new NamedFigure("f1_by_day", "", F1CurveFigure.Create([.. summary.Runs.Select(run => new NamedCurve(run.Run.Name, run.Summary.Days))]))],
        "Macro F1 of light curves cut at days since the first detection; bands are 95 % intervals.");

    private static FigureBlock Confusion(ComparisonSummary summary, ComparisonContext context) => ConfusionBlocks.Of(
        [.. summary.Runs.Select(run => ($"{run.Run.Name}, {StudyText.Day(run.Summary.Whole.Day)} days", run.Summary.Whole.Confusion))],
        summary.Classes,
        context.Taxonomy,
        "The latest day of each run. Rows are the true class, columns the predicted one; percent of the row, 0.5 % and less left blank.");
}
