using System.Text.Json;

namespace Atat.Metrics.Tests;

public sealed class ReferenceParityTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("uncalibrated")]
    [InlineData("calibrated")]
    public void Scores_of_softmax_agree(string name)
    {
        var (reference, logits, labels) = Inputs();
        var expected = reference.GetProperty(name);
        var p = Softmax.OfRows(logits, 5, Value(expected, "temperature"));
        var confusion = ConfusionMatrix.FromLabels(labels, ArgMax.OfRows<double>(p, 5), 5);
        var reliability = Reliability.OfProbabilities(p, labels);

        Near(expected, "log_loss", ProbabilityScores.LogLoss(p, labels));
        Near(expected, "brier_sum", ProbabilityScores.Brier(p, labels));
        Near(expected, "brier_mean_over_classes", ProbabilityScores.Brier(p, labels) / 5);
        Near(expected, "ece15", reliability.ExpectedError);
        Near(expected, "mce15", reliability.MaximumError);
        Near(expected, "bin_count", reliability.Bins.Select(b => (double)b.Count));
        Near(expected, "bin_accuracy", reliability.Bins.Select(b => b.Accuracy));
        Near(expected, "bin_confidence", reliability.Bins.Select(b => b.Confidence));
        Near(expected, "accuracy", confusion.Accuracy);
        Near(expected, "balanced_accuracy", confusion.BalancedAccuracy);
        Near(expected, "macro_f1", confusion.MacroF1);
        Near(expected, "precision", confusion.PerClass.Select(s => s.Precision));
        Near(expected, "recall", confusion.PerClass.Select(s => s.Recall));
        Near(expected, "f1", confusion.PerClass.Select(s => s.F1));
        Near(expected, "support", confusion.PerClass.Select(s => (double)s.Support));
        Near(expected, "confusion", from t in Enumerable.Range(0, 5) from q in Enumerable.Range(0, 5) select (double)confusion[t, q]);
        Near(expected, "auc_ovr_per_class", RocAuc.OneVersusRest(p, labels));
        Near(expected, "auc_ovr_macro", RocAuc.OneVersusRestMacro(p, labels));
        Near(expected, "auc_ovo_macro", RocAuc.OneVersusOneMacro(p, labels));
    }

    [Fact]
    public void Temperature_agrees()
    {
        var (reference, logits, labels) = Inputs();
        Assert.Equal(Value(reference.GetProperty("calibrated"), "temperature"), Temperature.Fit(logits, labels), 1e-11);
        var single = Array.ConvertAll(logits, x => (float)x);
        Assert.Equal(Value(reference.GetProperty("calibrated"), "temperature"), Temperature.Fit(single, labels), 1e-6);
    }

    [Fact]
    public void Tied_binary_scores_agree()
    {
        var expected = ReferenceFile.Load().GetProperty("binary");
        var scores = ReferenceFile.Doubles(expected.GetProperty("scores"));
        var labels = ReferenceFile.Ints(expected.GetProperty("labels"));
        var positive = Array.ConvertAll(labels, x => x == 1);
        double[] p = [.. scores.SelectMany(s => new[] { 1 - s, s })];

        Near(expected, "auc", new RankedScores(scores, positive).Auc());
        Near(expected, "auc", RocCurve.Compute(scores, positive)!.Area);
        Near(expected, "average_precision", PrecisionRecallCurve.Compute(scores, positive)!.AveragePrecision);
        Near(expected, "brier", ProbabilityScores.Brier(p, labels) / 2);
        Near(expected, "log_loss_clipped", ProbabilityScores.LogLoss(p, labels));
    }

    private static (JsonElement Reference, double[] Logits, int[] Labels) Inputs()
    {
        var reference = ReferenceFile.Load();
        var inputs = reference.GetProperty("inputs");
        return (reference, ReferenceFile.Doubles(inputs.GetProperty("logits")), ReferenceFile.Ints(inputs.GetProperty("labels")));
    }

    private static double Value(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static void Near(JsonElement element, string name, double actual) => Assert.Equal(Value(element, name), actual, Tolerance);

    private static void Near(JsonElement element, string name, IEnumerable<double> actual) =>
        Assert.All(ReferenceFile.Doubles(element.GetProperty(name)).Zip(actual.ToArray()), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
}
