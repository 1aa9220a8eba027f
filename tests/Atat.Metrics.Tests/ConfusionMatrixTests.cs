namespace Atat.Metrics.Tests;

public sealed class ConfusionMatrixTests
{
    private static readonly Gen<(int Classes, int[] Truth, int[] Predicted)> Samples =
        Gen.Int[1, 6].SelectMany(k => Gen.Select(Gen.Int[0, k - 1], Gen.Int[0, k - 1]).Array[0, 60]
            .Select(pairs => (k, pairs.Select(p => p.Item1).ToArray(), pairs.Select(p => p.Item2).ToArray())));

    [Fact]
    public void Counts_and_scores_by_hand()
    {
        var matrix = ConfusionMatrix.FromLabels([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 0, 2], 3);

        Assert.Equal([2, 1, 0, 1, 1, 0, 0, 0, 1], Cells(matrix));
        Assert.Equal(new ClassScores(2 / 3.0, 2 / 3.0, 2 / 3.0, 3), matrix.PerClass[0]);
        Assert.Equal(new ClassScores(0.5, 0.5, 0.5, 2), matrix.PerClass[1]);
        Assert.Equal(4 / 6.0, matrix.Accuracy, 1e-15);
        Assert.Equal((2 / 3.0 + 0.5 + 1) / 3, matrix.MacroF1, 1e-15);
        Assert.Equal((3 * 2 / 3.0 + 2 * 0.5 + 1) / 6, matrix.Weighted.F1, 1e-15);
        Assert.Equal(1 / 3.0, matrix.Share(0, 1), 1e-15);
        Assert.Equal(4 / 6.0, matrix.OneVersusRestAccuracy(0), 1e-15);
        Assert.Equal(1, matrix.OneVersusRestAccuracy(2));
    }

    [Fact]
    public void A_class_that_occurs_nowhere_is_no_part_of_the_macro_average()
    {
        var matrix = ConfusionMatrix.FromLabels([0, 0, 1, 1, 2, 2, 0, 1], [0, 1, 1, 1, 0, 1, 0, 1], 4);

        Assert.Equal(0.47222222222222215, matrix.MacroF1, 1e-15);
        Assert.Equal(0.35416666666666663, matrix.PerClass.Average(s => s.F1), 1e-15);
        Assert.Equal(default, matrix.PerClass[3]);
        Assert.Equal(0, matrix.PerClass[2].Precision);
    }

    [Fact]
    public void An_empty_matrix_has_zero_scores()
    {
        var matrix = ConfusionMatrix.FromLabels([], [], 2);

        Assert.Equal(0, matrix.Accuracy);
        Assert.Equal(0, matrix.MacroF1);
        Assert.Equal(0, matrix.OneVersusRestAccuracy(1));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("prediction 2", Assert.Throws<ArgumentException>(() => ConfusionMatrix.FromLabels([0], [2], 2)).Message);
        Assert.Contains("truth -1", Assert.Throws<ArgumentException>(() => ConfusionMatrix.FromLabels([-1], [0], 2)).Message);
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.FromLabels([0], [0, 1], 2));
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(2, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(1, [-1]));
    }

    [Fact]
    public void Sums_hold() => Samples.Sample(s =>
    {
        var matrix = ConfusionMatrix.FromLabels(s.Truth, s.Predicted, s.Classes);
        var classes = Enumerable.Range(0, s.Classes).ToArray();

        Assert.Equal(s.Truth.Length, matrix.Total);
        Assert.Equal(s.Truth.Length, classes.Sum(matrix.Support));
        Assert.Equal(s.Truth.Length, classes.Sum(matrix.PredictedCount));
        Assert.All(classes, k => Assert.Equal(s.Truth.Count(t => t == k), matrix.Support(k)));
        Assert.Equal(matrix.Accuracy, matrix.Weighted.Recall, 1e-12);
        Assert.InRange(matrix.MacroF1, 0, 1);
        Assert.All(matrix.PerClass, c => Assert.InRange(c.F1, Math.Min(c.Precision, c.Recall) - 1e-12, Math.Max(c.Precision, c.Recall) + 1e-12));
        foreach (var k in classes)
        {
            var agree = s.Truth.Zip(s.Predicted).Count(p => (p.First == k) == (p.Second == k));
            Assert.Equal(agree, matrix.OneVersusRestAccuracy(k) * matrix.Total, 1e-9);
        }
    });

    [Fact]
    public void The_counter_of_resamples_agrees_with_the_matrix() => Gen.Select(Samples, Gen.Int[0, 3].Array[60]).Sample((s, drawn) =>
    {
        var counter = new ConfusionCounter([.. Enumerable.Range(0, s.Truth.Length)], s.Truth, s.Predicted, s.Classes);
        counter.Count(drawn);
        var repeated = Enumerable.Range(0, s.Truth.Length).SelectMany(i => Enumerable.Repeat(i, drawn[i])).ToArray();
        var matrix = ConfusionMatrix.FromLabels([.. repeated.Select(i => s.Truth[i])], [.. repeated.Select(i => s.Predicted[i])], s.Classes);

        Assert.Equal(matrix.Accuracy, counter.Accuracy, 1e-12);
        Assert.Equal(matrix.MacroF1, counter.Macro.F1, 1e-12);
        Assert.Equal(matrix.Macro.Precision, counter.Macro.Precision, 1e-12);
        Assert.Equal(matrix.PerClass, Enumerable.Range(0, s.Classes).Select(k => counter[k]));
    });

    private static long[] Cells(ConfusionMatrix matrix) =>
        [.. from t in Enumerable.Range(0, matrix.ClassCount) from p in Enumerable.Range(0, matrix.ClassCount) select matrix[t, p]];
}
