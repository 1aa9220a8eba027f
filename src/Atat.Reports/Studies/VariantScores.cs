using Atat.Metrics;

namespace Atat.Reports.Studies;

/// <summary>Scores a variant's runs at one day.</summary>
internal static class VariantScores
{
    // Order of the scores: accuracy, then precision, recall and F1 of the macro average and of each class.
    private const int Accuracy = 0, FirstRow = 1, RowWidth = 3;

    /// <summary>Scores; null where no run has predictions at the day.</summary>
    public static VariantDay? At(StudyPredictions study, string variant, double day, EvaluationOptions options)
    {
        var folds = study.Of(variant).Select(fold => (fold.Run.Fold, Day: fold.At(day)!)).Where(fold => fold.Day is not null).ToArray();
        if (folds.Length == 0)
        {
            return null;
        }

        var classCount = study.Classes.Length;
        var confusions = folds.Select(fold => ConfusionMatrix.FromLabels(Truth(study, fold.Day), fold.Day.Predicted, classCount)).ToArray();
        var scores = folds.Length == 1 ? OfObjects(study, folds[0].Day, options) : OfFolds(confusions);
        return new VariantDay
        {
            Day = day,
            Objects = folds.SelectMany(fold => fold.Day.Objects).Distinct().Count(),
            Folds = [.. folds.Select(fold => fold.Fold)],
            FoldMacroF1 = [.. confusions.Select(c => c.MacroF1)],
            Confusion = Sum(confusions),
            Accuracy = scores[Accuracy],
            Macro = Row("macro average", 0),
            Classes = [.. study.Classes.Select((name, k) => Row(name, 1 + k))],
        };

        ClassStudyScores Row(string name, int row)
        {
            var at = FirstRow + (RowWidth * row);
            return new ClassStudyScores(name, scores[at], scores[at + 1], scores[at + 2]);
        }
    }

    private static StudyScore[] OfFolds(ConfusionMatrix[] confusions)
    {
        double[][] folds = [.. confusions.Select(c => Row([c.Accuracy], [c.Macro, .. c.PerClass]))];
        return [.. Enumerable.Range(0, folds[0].Length).Select(s => StudyScore.OfFolds([.. folds.Select(fold => fold[s])]))];
    }

    private static StudyScore[] OfObjects(StudyPredictions study, StudyDay day, EvaluationOptions options)
    {
        var (truth, classCount) = (Truth(study, day), study.Classes.Length);
        var counter = new ConfusionCounter([.. Enumerable.Range(0, truth.Length)], truth, day.Predicted, classCount);
        var bootstrap = new Bootstrap(truth.Length, options.Resamples, options.Seed, options.Stratified ? truth : []);
        return [.. bootstrap.Intervals(FirstRow + (RowWidth * (1 + classCount)), (drawn, scores) =>
        {
            counter.Count(drawn);
            Row([counter.Accuracy], [counter.Macro, .. Enumerable.Range(0, classCount).Select(k => counter[k])]).CopyTo(scores);
        }).Select(StudyScore.OfInterval)];
    }

    private static double[] Row(double[] first, IEnumerable<ClassScores> rows) =>
        [.. first, .. rows.SelectMany(IEnumerable<double> (r) => r.Support > 0 ? [r.Precision, r.Recall, r.F1] : Enumerable.Repeat(double.NaN, RowWidth))];

    private static int[] Truth(StudyPredictions study, StudyDay day) => Array.ConvertAll(day.Objects, o => study.Truth[o]);

    private static ConfusionMatrix Sum(ConfusionMatrix[] confusions)
    {
        var count = confusions[0].ClassCount;
        var counts = new long[count * count];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = confusions.Sum(c => c[i / count, i % count]);
        }

        return new ConfusionMatrix(count, counts);
    }
}
