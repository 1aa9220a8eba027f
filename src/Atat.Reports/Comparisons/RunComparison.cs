using System.Collections.Immutable;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Metrics;

namespace Atat.Reports.Comparisons;

/// <summary>Compares evaluated runs on the objects that all of them were evaluated on.</summary>
public static class RunComparison
{
    // Of fifty classes tested at 5 %, the first needs a p-value of 0.001.
    private const int DefaultResamples = 2000;

    /// <summary>Scores the runs, and compares each with the first.</summary>
    /// <param name="runs">At least two, of the same classes.</param>
    /// <param name="options">Bootstrap and days compared class by class; defaults where null.</param>
    /// <exception cref="InputException">Other classes or labels, no object or day in common, or predictions that <see cref="Evaluation"/> refuses.</exception>
    public static ComparisonSummary Of(IReadOnlyList<ComparedRun> runs, EvaluationOptions? options = null)
    {
        options ??= new EvaluationOptions { Resamples = DefaultResamples };
        var classes = runs[0].Predictions.Classes;
        foreach (var run in runs.Where(run => !run.Predictions.Classes.ToHashSet(StringComparer.Ordinal).SetEquals(classes)))
        {
            throw new InputException($"{run.Name} has the classes {string.Join(", ", run.Predictions.Classes)}, but {runs[0].Name} {string.Join(", ", classes)}; compare runs of one taxonomy.");
        }

        HashSet<string>[] labelled = [.. runs.Select(run => CommonObjects.Labelled(run.Predictions))];
        var common = CommonObjects.Of(runs, labelled);
        PredictionTable[] tables = [.. runs.Select(run => CommonObjects.Restrict(run.Predictions, common, classes))];
        var summaries = Array.ConvertAll(tables, table => Evaluation.Summarise(table, options));
        var compared = runs.Select((run, r) => Scores(run, labelled[r].Count, summaries[0], summaries[r], r == 0 ? [] : Comparison.Of(tables[r], tables[0], options)));
        var summary = new ComparisonSummary
        {
            Runs = [.. compared],
            Objects = common.Count,
            Configuration = Differences(runs),
            Options = options,
            Notes = [],
        };
        return summary with { Notes = [.. Notes(summary)] };
    }

    private static ComparedScores Scores(ComparedRun run, int evaluated, EvaluationSummary first, EvaluationSummary own, ImmutableArray<DayComparison> againstFirst) => new()
    {
        Run = run,
        Evaluated = evaluated,
        Summary = own,
        AgainstFirst = againstFirst,
        Classes = [.. from day in againstFirst
                      let here = own.Details.FirstOrDefault(d => d.Day == day.Day)
                      let there = first.Details.FirstOrDefault(d => d.Day == day.Day)
                      where here is not null && there is not null
                      from difference in Classes(day, here, there, first.Options.Resamples)
                      select difference],
    };

    private static IEnumerable<ClassDifference> Classes(DayComparison day, DayEvaluation here, DayEvaluation there, int resamples)
    {
        // No bootstrap can show a p-value below what one more resample would give.
        var adjusted = Holm.Adjust([.. day.Classes.Select(c => Math.Max(c.F1.PValue, 2.0 / (resamples + 1)))]);
        return day.Classes.Select((c, k) => new ClassDifference(day.Day, c.Name, here.Classes[k].Scores.F1, there.Classes[k].Scores.F1, c.F1.Difference, adjusted[k]));
    }

    private static ImmutableArray<(string Key, ImmutableArray<string?> Values)> Differences(IReadOnlyList<ComparedRun> runs)
    {
        Dictionary<string, string>[] settings = [.. runs.Select(run => run.Configuration.DistinctBy(setting => setting.Key).ToDictionary(StringComparer.Ordinal))];
        return [.. from key in runs.SelectMany(run => run.Configuration).Select(setting => setting.Key).Distinct(StringComparer.Ordinal)
                   let values = settings.Select(run => run.GetValueOrDefault(key)).ToImmutableArray()
                   where values.Distinct(StringComparer.Ordinal).Count() > 1
                   select (key, values)];
    }

    private static IEnumerable<string> Notes(ComparisonSummary summary)
    {
        var more = summary.Runs.Where(run => run.Evaluated > summary.Objects).ToArray();
        if (more.Length > 0)
        {
            yield return FormattableString.Invariant($"Compared on the {summary.Objects:N0} objects that all runs were evaluated on; {string.Join(", ", more.Select(run => FormattableString.Invariant($"{run.Run.Name} was evaluated on {run.Evaluated:N0}")))}.");
        }

        if (summary.Runs.Select(run => run.Run.DataHash).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return "The runs were not trained on the same catalog file: what differs may come from the data.";
        }

        foreach (var run in summary.Runs)
        {
            var lacking = summary.Runs.SelectMany(r => r.Summary.Days).Select(day => day.Day).Distinct().Order().Except(run.Summary.Days.Select(day => day.Day)).ToArray();
            if (lacking.Length > 0)
            {
                yield return FormattableString.Invariant($"{run.Run.Name} was not evaluated at {string.Join(", ", lacking.Select(day => FormattableString.Invariant($"{day}")))} days.");
            }
        }
    }
}
