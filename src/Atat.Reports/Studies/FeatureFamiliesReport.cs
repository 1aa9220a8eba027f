using System.Collections.Immutable;
using System.Globalization;
using Atat.Formats.Predictions;
using Atat.Reports.Comparisons;
using Atat.Reports.Documents;
using Atat.Reports.Exports;

namespace Atat.Reports.Studies;

/// <summary>What families of features add to networks that read none (the question that thesis section 4.5.4 leaves open).</summary>
public static class FeatureFamiliesReport
{
    private const int Resamples = 1000;

    /// <summary>The comparison: a row for each set of features, the first being none.</summary>
    /// <param name="steps">Name, features and predictions of the test objects for each set.</param>
    public static TableBlock Table(IReadOnlyList<(string Name, ImmutableArray<string> Features, PredictionTable Predictions)> steps)
    {
        var summary = RunComparison.Of([.. steps.Select(step => new ComparedRun { Name = step.Name, Predictions = step.Predictions, Configuration = [] })], new EvaluationOptions { Resamples = Resamples });
        double[] days = [.. summary.First.Summary.Days.Select(day => day.Day)];
        return new TableBlock
        {
            Caption = string.Create(CultureInfo.InvariantCulture, $"Macro F1 of {summary.Objects:N0} test objects, and what the features add to it: paired bootstrap over the objects, {Resamples:N0} resamples, 95 % intervals, not corrected for their number. In bold: intervals without zero."),
            Groups = [("", 2), .. days.Select(day => ($"{StudyText.Day(day)} days", 3))],
            Head = ["beside the networks", "features", .. days.SelectMany(_ => (string[])["macro F1", "added", "95 % interval"])],
            Rows = [.. summary.Runs.Zip(steps, (run, step) => (ImmutableArray<Cell>)[run.Run.Name, StudyText.Whole(step.Features.Length), .. days.SelectMany(day => Cells(run, day))])],
        };
    }

    /// <summary>Writes the table as Markdown, as a page and as CSV, and the ranked features as CSV.</summary>
    /// <param name="folder">The folder; made where needed.</param>
    /// <param name="table">From <see cref="Table"/>.</param>
    /// <param name="ranked">The features, the most important first, with the family of each.</param>
    /// <param name="context">The command, the version, the date.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string folder, TableBlock table, IReadOnlyList<(string Feature, string Family)> ranked, ComparisonContext context)
    {
        DocumentFolder.Write(folder, [("families.csv", Csv.Format([.. table.Head], table.Rows.Select(object[] (row) => [.. row.Select(cell => cell.Text)]))), ("ranking.csv", Csv.Format(["feature", "family"], ranked.Select(object[] (f) => [f.Feature, f.Family])))]);
        DocumentFolder.Write(
            folder,
            new Document
            {
                Title = "What features add to networks without them",
                Lead = "Boosted trees read the logarithmic probabilities of networks that know light curves and metadata, the metadata, and some features. What they gain over trees without features is what the network does not know yet.",
                Facts = [("Command", context.Command), ("Version", context.ProgramVersion), ("Date", context.Date.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture))],
                Sections =
                [
                    new("families", "Families", table) { Wide = true },
                    new("ranking", "The best features", new TextBlock($"By their gain in the trees with all features: {string.Join(", ", ranked.Take(32).Select(f => f.Feature))}. All are in ranking.csv.")),
                ],
            },
            "families.md",
            "figures");
    }

    private static IEnumerable<Cell> Cells(ComparedScores run, double day)
    {
        yield return StudyText.Fixed(run.Summary.Days.First(d => d.Day == day).MacroF1.Estimate, 3);
        if (run.AgainstFirst.FirstOrDefault(d => d.Day == day) is not { } gain)
        {
            yield return StudyText.Missing;
            yield return StudyText.Missing;
            yield break;
        }

        var difference = gain.MacroF1.Difference;
        yield return new Cell(StudyText.Signed(difference.Estimate), difference.Low > 0 || difference.High < 0);
        yield return StudyText.Range(difference);
    }
}
