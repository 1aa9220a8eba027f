using System.Collections.Immutable;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Metrics;

namespace Atat.Reports;

/// <summary>Compares two classifiers object by object: the same objects are drawn for both, so what is hard for both cancels.</summary>
public static class Comparison
{
    /// <summary>Compares predictions at the days that both have, on the objects that both have.</summary>
    /// <param name="first">Predictions of the first classifier.</param>
    /// <param name="second">Predictions of the second; the same classes in any order.</param>
    /// <param name="options">Defaults where null.</param>
    /// <exception cref="InputException">Other classes, other labels, no common day or object, or a table that <see cref="Evaluation"/> refuses.</exception>
    public static ImmutableArray<DayComparison> Of(PredictionTable first, PredictionTable second, EvaluationOptions? options = null)
    {
        options ??= new EvaluationOptions();
        if (!first.Classes.Order(StringComparer.Ordinal).SequenceEqual(second.Classes.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            throw new InputException($"The classifiers have different classes ({string.Join(", ", first.Classes)}; {string.Join(", ", second.Classes)}); compare runs of one taxonomy.");
        }

        var others = new LabelledPredictions(second).Days;
        int[] toFirst = [.. second.Classes.Select(name => first.Classes.IndexOf(name))];
        ImmutableArray<DayComparison> days =
        [
            .. from day in new LabelledPredictions(first).Days
               from other in others
               where other.Day == day.Day
               let common = Common(day, other, toFirst)
               where common.Count > 0
               select Compare(day, other, common, toFirst, first.Classes, options),
        ];
        return days.IsEmpty ? throw new InputException("The classifiers have no object and day in common; evaluate both on the same catalog.") : days;
    }

    private static DayComparison Compare(
        DayPredictions day,
        DayPredictions other,
        List<(int Row, int OtherRow)> common,
        int[] toFirst,
        ImmutableArray<string> classes,
        EvaluationOptions options)
    {
        int[] truth = [.. common.Select(c => day.Truth[c.Row])];
        int[] predicted = [.. common.Select(c => day.Predicted[c.Row])];
        int[] otherPredicted = [.. common.Select(c => toFirst[other.Predicted[c.OtherRow]])];
        var pairs = new PairedPredictions([.. Enumerable.Range(0, common.Count)], truth, predicted, otherPredicted);
        var bootstrap = new Bootstrap(truth.Length, options.Resamples, options.Seed, options.Stratified ? truth : []);
        var scores = PairedScores.Of([pairs], classes.Length, bootstrap);
        return new DayComparison(
            day.Day,
            truth.Length,
            scores.MacroF1,
            scores.Accuracy,
            McNemar.Test([.. truth.Zip(predicted, (t, p) => t == p)], [.. truth.Zip(otherPredicted, (t, p) => t == p)]),
            [.. classes.Zip(scores.ClassF1, (name, f1) => new ClassComparison(name, f1))]);
    }

    private static List<(int Row, int OtherRow)> Common(DayPredictions day, DayPredictions other, int[] toFirst)
    {
        var rows = other.Ids.Select((id, row) => (id, row)).ToDictionary(x => x.id, x => x.row, StringComparer.Ordinal);
        var common = new List<(int Row, int OtherRow)>();
        for (var row = 0; row < day.Count; row++)
        {
            if (!rows.TryGetValue(day.Ids[row], out var otherRow))
            {
                continue;
            }

            if (toFirst[other.Truth[otherRow]] != day.Truth[row])
            {
                throw new InputException($"Object '{day.Ids[row]}' has different labels in the two tables; evaluate both runs on the same catalog.");
            }

            common.Add((row, otherRow));
        }

        return common;
    }
}
