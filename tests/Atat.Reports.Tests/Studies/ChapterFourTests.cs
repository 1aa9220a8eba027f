using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Metrics;
using Atat.Reports.Studies;

namespace Atat.Reports.Tests.Studies;

public sealed class ChapterFourTests
{
    private static readonly Catalog Catalog = Synthetic.Catalog(Synthetic.Three, k => 12 + (4 * k));

    private static readonly EvaluationOptions Quick = new() { Resamples = 60 };

    [Fact]
    public void Scores_of_one_fold_are_those_of_an_evaluation()
    {
        var run = SyntheticStudy.Run("lc+md+mta", Catalog, 1);
        var study = Summarise(run);
        var evaluation = Evaluation.Summarise(run.Predictions, Quick);
        var variant = Assert.Single(study.Variants);

        Assert.Equal(SyntheticStudy.Context.Days, study.Days);
        foreach (var day in variant.Days)
        {
            var expected = evaluation.Days.Single(d => d.Day == day.Day);
            Assert.Equal(expected.MacroF1.Estimate, day.Macro.F1.Mean, 1e-12);
            Assert.Equal(expected.Accuracy.Estimate, day.Accuracy.Mean, 1e-12);
            Assert.InRange(day.Macro.F1.Mean, day.Macro.F1.Low, day.Macro.F1.High);
            Assert.True(double.IsNaN(day.Macro.F1.Deviation));
        }

        foreach (var (expected, actual) in evaluation.Whole.Classes.Zip(variant.At(2048)!.Classes))
        {
            Assert.Equal((expected.Name, expected.Scores.Precision, expected.Scores.Recall, expected.Scores.F1), (actual.Name, actual.Precision.Mean, actual.Recall.Mean, actual.F1.Mean));
        }

        Assert.Equal(evaluation.Whole.MacroPrecision.Estimate, variant.At(2048)!.Macro.Precision.Mean, 1e-12);
    }

    [Fact]
    public void Scores_of_folds_are_their_mean_and_deviation()
    {
        StudyRun[] runs = [.. Enumerable.Range(0, 5).Select(fold => SyntheticStudy.Run("lc", Catalog, 0.5 + (0.1 * fold), fold, fold))];
        var day = Assert.Single(Summarise([runs[3], runs[1], runs[0], runs[4], runs[2]]).Variants).At(128)!;
        double[] folds = [.. runs.Select(run => Confusion(run.Predictions, 128).MacroF1)];

        Assert.Equal([0, 1, 2, 3, 4], day.Folds);
        Assert.Equal(folds, day.FoldMacroF1);
        Assert.Equal(folds.Average(), day.Macro.F1.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(folds.Sum(f => Math.Pow(f - folds.Average(), 2)) / 4), day.Macro.F1.Deviation, 1e-12);
        Assert.Equal(runs.Average(run => Confusion(run.Predictions, 128).PerClass[2].Recall), day.Classes[2].Recall.Mean, 1e-12);
        Assert.Equal(runs.Sum(run => Confusion(run.Predictions, 128)[1, 0]), day.Confusion[1, 0]);
        Assert.Equal(48, day.Objects);
    }

    [Fact]
    public void Neither_the_order_of_runs_nor_of_classes_changes_anything()
    {
        var runs = SyntheticStudy.Runs(Catalog, 2).Where(run => run.Variant is "lc" or "md" or "forest").ToArray();
        var (forward, backward) = (Summarise(runs), Summarise([.. runs.Reverse().Select(run => run with { Predictions = SyntheticStudy.Turned(run.Predictions) })], Synthetic.Three));

        Assert.Equal(forward.Classes, backward.Classes);
        Assert.Equal(
            forward.Variants.SelectMany(v => v.Days).SelectMany(d => d.Classes.Select(c => c.F1).Append(d.Macro.F1)),
            backward.Variants.SelectMany(v => v.Days).SelectMany(d => d.Classes.Select(c => c.F1).Append(d.Macro.F1)));
    }

    [Fact]
    public void Runs_that_do_not_fit_each_other_are_refused_by_name()
    {
        var run = SyntheticStudy.Run("lc", Catalog, 1);
        var (table, other) = (run.Predictions, run with { Variant = "md" });
        AssertRefused("has no run");
        AssertRefused("variant 'lc' has 2 runs of fold 0", run, run);
        AssertRefused("run 'lcmd' of fold 0 is of no variant", run with { Variant = "lcmd" });
        AssertRefused("run 'md' of fold 0 has the classes x, y, but run 'lc' of fold 0", run, other with { Predictions = EvaluationTests.Table(("a", 8, "x", 0.9f)) });
        AssertRefused("run 'lc' of fold 0: Predictions, row 1: object", run with { Predictions = new PredictionTable(table.Classes, ["a"], [8], [table.Classes[0]], [1, 1, 1]) });
        AssertRefused(
            "run 'md' of fold 0 labels object 'Ia-0000' as 'RR Lyrae', another run as 'SN Ia'",
            run,
            other with { Predictions = new PredictionTable(table.Classes, ["Ia-0000"], [8], ["RR Lyrae"], [1, 0, 0]) });
    }

    private static void AssertRefused(string part, params StudyRun[] runs) =>
        Assert.Contains(part, Assert.Throws<InputException>(() => Summarise(runs)).Message, StringComparison.Ordinal);

    private static ChapterFourSummary Summarise(params StudyRun[] runs) => Summarise(runs, null);

    private static ChapterFourSummary Summarise(StudyRun[] runs, Taxonomy? taxonomy) =>
        ChapterFour.Summarise(SyntheticStudy.Variants, runs, SyntheticStudy.Context with { Taxonomy = taxonomy }, Quick);

    private static ConfusionMatrix Confusion(PredictionTable table, double day)
    {
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(i => table.Days[i] == day)];
        return ConfusionMatrix.FromLabels(
            Array.ConvertAll(rows, i => table.Classes.IndexOf(table.Labels[i]!)),
            Array.ConvertAll(rows, i => ArgMax.Of(table.Row(i))),
            table.Classes.Length);
    }
}
