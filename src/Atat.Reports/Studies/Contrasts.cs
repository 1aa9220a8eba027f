using System.Collections.Concurrent;
using Atat.Metrics;

namespace Atat.Reports.Studies;

/// <summary>Compares variants of a study; each comparison is made once.</summary>
internal sealed class Contrasts(StudyPredictions study, EvaluationOptions options)
{
    private readonly ConcurrentDictionary<(string First, string Second, double Day), Lazy<Contrast?>> made = new();

    /// <summary>First against second at a day; null where they share no fold and object.</summary>
    public Contrast? Of(string first, string second, double day) =>
        made.GetOrAdd((first, second, day), at => new Lazy<Contrast?>(() => Make(at.First, at.Second, at.Day))).Value;

    private Contrast? Make(string first, string second, double day)
    {
        var folds = (from one in study.Of(first)
                     join other in study.Of(second) on one.Run.Fold equals other.Run.Fold
                     let here = one.At(day)
                     let there = other.At(day)
                     where here is not null && there is not null
                     let common = Common(here, there)
                     where common.Length > 0
                     select (one.Run.Fold, Here: here, There: there, Common: common)).ToArray();
        if (folds.Length == 0)
        {
            return null;
        }

        int[] objects = [.. folds.SelectMany(fold => fold.Common).Distinct().Order()];
        int[] truth = Array.ConvertAll(objects, o => study.Truth[o]);
        var pairs = Array.ConvertAll(folds, fold => new PairedPredictions(
            Array.ConvertAll(fold.Common, o => Array.BinarySearch(objects, o)),
            Array.ConvertAll(fold.Common, o => study.Truth[o]),
            Predicted(fold.Here, fold.Common),
            Predicted(fold.There, fold.Common)));
        var bootstrap = new Bootstrap(objects.Length, options.Resamples, options.Seed, options.Stratified ? truth : []);
        var scores = PairedScores.Of(pairs, study.Classes.Length, bootstrap);
        return new Contrast
        {
            Day = day,
            Folds = [.. folds.Select(fold => fold.Fold)],
            Objects = objects.Length,
            First = scores.First,
            Second = scores.Second,
            MacroF1 = scores.MacroF1,
            RelativeMacroF1 = scores.RelativeMacroF1,
            ClassF1 = scores.ClassF1,
            FoldMacroF1 = [.. pairs.Select(pair => MacroF1(pair.Truth, pair.First) - MacroF1(pair.Truth, pair.Second))],
        };
    }

    private double MacroF1(int[] truth, int[] predicted) => ConfusionMatrix.FromLabels(truth, predicted, study.Classes.Length).MacroF1;

    // Both are ascending.
    private static int[] Common(StudyDay first, StudyDay second) =>
        Array.FindAll(first.Objects, o => Array.BinarySearch(second.Objects, o) >= 0);

    private static int[] Predicted(StudyDay day, int[] objects) =>
        Array.ConvertAll(objects, o => day.Predicted[Array.BinarySearch(day.Objects, o)]);
}
