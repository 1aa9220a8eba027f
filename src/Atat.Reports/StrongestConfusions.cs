using System.Collections.Immutable;

namespace Atat.Reports;

/// <summary>Picks the confusions worth looking at, and examples of them.</summary>
internal static class StrongestConfusions
{
    private const double Z = 1.96;

    public static ImmutableArray<ConfusedPair> Of(DayPredictions day, LabelledPredictions all, ImmutableArray<string> classes, EvaluationOptions options)
    {
        var confusion = day.Confusion;
        var pairs = from truth in Enumerable.Range(0, classes.Length)
                    from predicted in Enumerable.Range(0, classes.Length)
                    where truth != predicted && confusion[truth, predicted] > 0
                    orderby LowerBound(confusion[truth, predicted], confusion.Support(truth)) descending
                    select (Truth: truth, Predicted: predicted);
        return [.. pairs.Take(options.Confusions).Select(pair => new ConfusedPair(
            classes[pair.Truth],
            classes[pair.Predicted],
            confusion[pair.Truth, pair.Predicted],
            confusion.Share(pair.Truth, pair.Predicted),
            Examples(day, all, pair.Truth, pair.Predicted, options.Examples)))];
    }

    // Wilson's lower bound of the share: one error of two objects is weaker evidence than forty of a hundred.
    private static double LowerBound(long count, long support)
    {
        double n = support, share = count / n;
        var centre = share + (Z * Z / (2 * n));
        var spread = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        return (centre - spread) / (1 + (Z * Z / n));
    }

    private static ImmutableArray<ConfusedObject> Examples(DayPredictions day, LabelledPredictions all, int truth, int predicted, int count)
    {
        var rows = Enumerable.Range(0, day.Count)
            .Where(i => day.Truth[i] == truth && day.Predicted[i] == predicted)
            .OrderByDescending(i => day.Probability(i, predicted))
            .ThenBy(i => day.Ids[i], StringComparer.Ordinal)
            .Take(count);
        return [.. rows.Select(i => new ConfusedObject(day.Ids[i], day.Probability(i, predicted), Track(all, day.Objects[i], truth, predicted)))];
    }

    private static ImmutableArray<DayProbabilities> Track(LabelledPredictions all, int member, int truth, int predicted) =>
        [.. from day in all.Days
            let row = Array.IndexOf(day.Objects, member)
            where row >= 0
            select new DayProbabilities(day.Day, day.Probability(row, truth), day.Probability(row, predicted))];
}
