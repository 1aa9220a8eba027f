using System.Collections.Immutable;
using Atat.Metrics;

namespace Atat.Reports;

/// <summary>Measures one day class by class.</summary>
internal static class DetailedEvaluation
{
    // Order of the scores in a resample; each class's F1 and area follow.
    private const int MacroF1 = 0, MacroPrecision = 1, MacroRecall = 2, Accuracy = 3, MacroAuc = 4, LogLoss = 5, Brier = 6, FirstClass = 7;

    public static DayEvaluation Of(DayPredictions day, LabelledPredictions all, ImmutableArray<string> classes, Bootstrap bootstrap, EvaluationOptions options)
    {
        var intervals = Intervals(day, bootstrap);
        return new DayEvaluation
        {
            Day = day.Day,
            Objects = day.Count,
            Confusion = day.Confusion,
            MacroF1 = intervals[MacroF1],
            MacroPrecision = intervals[MacroPrecision],
            MacroRecall = intervals[MacroRecall],
            Accuracy = intervals[Accuracy],
            MacroAuc = intervals[MacroAuc],
            LogLoss = intervals[LogLoss],
            Brier = intervals[Brier],
            Reliability = Reliability.OfProbabilities(day.Probabilities, day.Truth),
            Classes = [.. classes.Select((name, k) => Class(day, k, name, intervals.AsSpan(FirstClass + (2 * k), 2)))],
            Confusions = StrongestConfusions.Of(day, all, classes, options),
        };
    }

    private static ClassEvaluation Class(DayPredictions day, int k, string name, ReadOnlySpan<Interval> intervals)
    {
        var (scores, positive) = RocAuc.Column(day.Probabilities, day.Truth, k);
        return new ClassEvaluation
        {
            Name = name,
            Scores = day.Confusion.PerClass[k],
            Predicted = day.Confusion.PredictedCount(k),
            F1 = intervals[0],
            OneVersusRestAccuracy = day.Confusion.OneVersusRestAccuracy(k),
            BinaryAccuracy = scores.Zip(positive).Count(row => (row.First >= 0.5) == row.Second) / (double)scores.Length,
            Auc = intervals[1],
            AveragePrecision = PrecisionRecallCurve.Compute(scores, positive)?.AveragePrecision ?? double.NaN,
            Roc = RocCurve.Compute(scores, positive),
        };
    }

    private static Interval[] Intervals(DayPredictions day, Bootstrap bootstrap)
    {
        var classCount = day.Confusion.ClassCount;
        int[] everyRow = [.. Enumerable.Range(0, day.Count)];
        var counter = new ConfusionCounter(everyRow, day.Truth, day.Predicted, classCount);
        var ranked = Enumerable.Range(0, classCount).Select(k => RocAuc.Rank(day.Probabilities, day.Truth, k)).ToArray();
        var losses = ProbabilityScores.LogLosses(day.Probabilities, day.Truth);
        var briers = ProbabilityScores.BrierTerms(day.Probabilities, day.Truth);
        var rowCounts = new int[day.Count];
        return bootstrap.Intervals(FirstClass + (2 * classCount), (counts, scores) =>
        {
            for (var i = 0; i < rowCounts.Length; i++)
            {
                rowCounts[i] = counts[day.Objects[i]];
            }

            counter.Count(rowCounts);
            (scores[MacroPrecision], scores[MacroRecall], scores[MacroF1], _) = counter.Macro;
            scores[Accuracy] = counter.Accuracy;
            scores[LogLoss] = WeightedMean(losses, rowCounts);
            scores[Brier] = WeightedMean(briers, rowCounts);
            double areas = 0, defined = 0;
            for (var k = 0; k < classCount; k++)
            {
                var area = ranked[k].Auc(rowCounts);
                scores[FirstClass + (2 * k)] = counter[k].Support == 0 ? double.NaN : counter[k].F1;
                scores[FirstClass + (2 * k) + 1] = area;
                areas += double.IsNaN(area) ? 0 : area;
                defined += double.IsNaN(area) ? 0 : 1;
            }

            scores[MacroAuc] = areas / defined;
        });
    }

    private static double WeightedMean(double[] values, int[] counts)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += counts[i] * values[i];
            total += counts[i];
        }

        return sum / total;
    }
}
