using System.Collections.Immutable;
using Atat.Reports.Documents;
using Atat.Reports.Studies;

namespace Atat.Reports.Comparisons;

/// <summary>The tables of a comparison, for the terminal and the report.</summary>
public static class ComparisonTables
{
    /// <summary>The runs and what they were trained on.</summary>
    public static TableBlock Runs(ComparisonSummary summary) => new()
    {
        Head = ["run", "objects evaluated on", "training objects", "training (s)"],
        Rows = [.. summary.Runs.Select(ImmutableArray<Cell> (run) =>
        [
            run.Run.Name,
            StudyText.Whole(run.Evaluated),
            run.Run.TrainingObjects > 0 ? StudyText.Whole(run.Run.TrainingObjects) : StudyText.Missing,
            StudyText.Whole(run.Run.TrainingSeconds),
        ])],
    };

    /// <summary>Macro F1 by day with 95 % intervals, a column a run.</summary>
    public static TableBlock Scores(ComparisonSummary summary) => new()
    {
        Caption = FormattableString.Invariant($"Macro F1 of {summary.Objects:N0} objects by days since the first detection, with 95 % intervals of {summary.Options.Resamples:N0} bootstrap resamples."),
        Head = ["day", .. summary.Runs.Select(run => run.Run.Name)],
        Rows = [.. from day in summary.Runs.SelectMany(run => run.Summary.Days).Select(day => day.Day).Distinct().Order()
                   select (ImmutableArray<Cell>)[StudyText.Day(day), .. summary.Runs.Select(run => (Cell)Score(run.Summary, day))]],
    };

    /// <summary>Settings that differ; null where none do.</summary>
    public static TableBlock? Configuration(ComparisonSummary summary) => summary.Configuration.IsEmpty ? null : new TableBlock
    {
        Caption = "Settings that differ.",
        Head = ["setting", .. summary.Runs.Select(run => run.Run.Name)],
        TextColumns = [.. Enumerable.Range(1, summary.Runs.Length)],
        Rows = [.. summary.Configuration.Select(ImmutableArray<Cell> (setting) => [setting.Key, .. setting.Values.Select(value => (Cell)(value ?? StudyText.Missing))])],
    };

    /// <summary>Every other run against the first, by day.</summary>
    public static TableBlock Differences(ComparisonSummary summary) => new()
    {
        Caption = $"Run minus {summary.First.Run.Name}: paired bootstrap of macro F1, and McNemar's exact test of the objects that only one of the two has right. Not corrected for the number of days.",
        Head = ["run", "day", "macro F1", "95 % interval", "p", "accuracy", "only it right", "only first right", "p, McNemar"],
        Rows = [.. from run in summary.Runs
                   from day in run.AgainstFirst
                   let difference = day.MacroF1.Difference
                   select (ImmutableArray<Cell>)[
                       run.Run.Name,
                       StudyText.Day(day.Day),
                       new Cell(StudyText.Signed(difference.Estimate, 4), difference.Low > 0 || difference.High < 0),
                       StudyText.Range(difference),
                       StudyText.PValue(Math.Max(day.MacroF1.PValue, 2.0 / (summary.Options.Resamples + 1))),
                       StudyText.Signed(day.Accuracy.Difference.Estimate, 4),
                       StudyText.Whole(day.McNemar.OnlyFirst),
                       StudyText.Whole(day.McNemar.OnlySecond),
                       StudyText.PValue(day.McNemar.PValue)]],
    };

    /// <summary>Classes whose F1 differs significantly from the first run's; null where none does.</summary>
    public static TableBlock? Classes(ComparisonSummary summary)
    {
        ImmutableArray<ImmutableArray<Cell>> rows = [.. from run in summary.Runs
                                                        from c in run.Classes
                                                        where c.IsSignificant
                                                        orderby c.Day descending, Math.Abs(c.Difference.Estimate) descending
                                                        select (ImmutableArray<Cell>)[
                                                            run.Run.Name,
                                                            StudyText.Day(c.Day),
                                                            c.Class,
                                                            StudyText.Fixed(c.F1, 3),
                                                            StudyText.Fixed(c.FirstF1, 3),
                                                            StudyText.Signed(c.Difference.Estimate),
                                                            StudyText.Range(c.Difference),
                                                            StudyText.PValue(c.AdjustedPValue)]];
        return rows.IsEmpty ? null : new TableBlock
        {
            Caption = $"Classes whose F1 differs from that of {summary.First.Run.Name}: paired bootstrap, p-values Holm-corrected over the classes of a day and below 0.05.",
            Head = ["run", "day", "class", "F1", "first's F1", "difference", "95 % interval", "p, corrected"],
            TextColumns = [2],
            Rows = rows,
        };
    }

    private static string Score(EvaluationSummary summary, double day) =>
        summary.Days.FirstOrDefault(d => d.Day == day) is { } scores ? StudyText.Score(StudyScore.OfInterval(scores.MacroF1)) : StudyText.Missing;
}
