using Atat.Formats.Predictions;
using Atat.LightCurves;

namespace Atat.Reports.Tests;

public sealed class ComparisonTests
{
    private static readonly EvaluationOptions Quick = new() { Resamples = 200 };

    [Fact]
    public void A_classifier_does_not_differ_from_itself()
    {
        var table = Synthetic.Predictions(Synthetic.Catalog(Synthetic.Three, _ => 20));

        Assert.All(Comparison.Of(table, table, Quick), day =>
        {
            Assert.Equal((0, 0, 0), (day.MacroF1.Difference.Estimate, day.MacroF1.Difference.Low, day.MacroF1.Difference.High));
            Assert.Equal((1, 1), (day.MacroF1.PValue, day.McNemar.PValue));
            Assert.Equal(60, day.Objects);
        });
    }

    [Fact]
    public void A_better_classifier_is_found_and_the_order_turns_the_sign()
    {
        var catalog = Synthetic.Catalog(Synthetic.Three, _ => 60);
        var (good, bad) = (Synthetic.Predictions(catalog), Synthetic.Predictions(catalog, 2, 0.3));
        var better = Comparison.Of(good, bad, Quick)[^1];
        var worse = Comparison.Of(bad, good, Quick)[^1];

        Assert.True(better.MacroF1.Difference.Low > 0 && better.MacroF1.PValue < 0.05 && better.McNemar.PValue < 0.01);
        Assert.Equal(better.MacroF1.Difference.Estimate, -worse.MacroF1.Difference.Estimate, 1e-12);
        var (first, second) = (Evaluation.Summarise(good, Quick), Evaluation.Summarise(bad, Quick));
        Assert.Equal(first.Whole.MacroF1.Estimate - second.Whole.MacroF1.Estimate, better.MacroF1.Difference.Estimate, 1e-12);
    }

    [Fact]
    public void Classes_may_stand_in_another_order_and_objects_may_lack()
    {
        var first = EvaluationTests.Table(("a", 8, "x", 0.9f), ("b", 8, "y", 0.9f), ("c", 16, "y", 0.1f));
        var turned = new PredictionTable(["y", "x"], ["a", "d"], [8, 8], ["x", "x"], [0.1f, 0.9f, 0.5f, 0.5f]);
        var day = Assert.Single(Comparison.Of(first, turned, Quick));

        Assert.Equal((8.0, 1, 0.0), (day.Day, day.Objects, day.Accuracy.Difference.Estimate));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        var first = EvaluationTests.Table(("a", 8, "x", 0.9f));
        AssertRefused("different classes", first, new PredictionTable(["x", "z"], ["a"], [8], ["x"], [1, 0]));
        AssertRefused("no object and day in common", first, EvaluationTests.Table(("a", 16, "x", 0.9f)));
        AssertRefused("Object 'a' has different labels", first, EvaluationTests.Table(("a", 8, "y", 0.9f)));
    }

    private static void AssertRefused(string part, PredictionTable first, PredictionTable second) =>
        Assert.Contains(part, Assert.Throws<InputException>(() => Comparison.Of(first, second, Quick)).Message, StringComparison.Ordinal);
}
