namespace Atat.Metrics.Tests;

public sealed class ClassificationReportTests
{
    // The example in scikit-learn's documentation of classification_report.
    private const string Expected =
        """
                      precision    recall  f1-score   support

             class 0       0.50      1.00      0.67         1
             class 1       0.00      0.00      0.00         1
             class 2       1.00      0.67      0.80         3

            accuracy                           0.60         5
           macro avg       0.50      0.56      0.49         5
        weighted avg       0.70      0.60      0.61         5

        """;

    [Fact]
    public void Is_laid_out_as_scikit_learn_does()
    {
        var matrix = ConfusionMatrix.FromLabels([0, 1, 2, 2, 2], [0, 0, 2, 2, 1], 3);

        Assert.Equal(Expected.ReplaceLineEndings("\n"), ClassificationReport.Format(matrix, ["class 0", "class 1", "class 2"]));
    }

    [Fact]
    public void Long_names_widen_the_first_column_and_absent_classes_have_no_row()
    {
        var lines = ClassificationReport.Format(ConfusionMatrix.FromLabels([0], [0], 2), ["a class with a long name", "absent"], 4).Split('\n');

        Assert.Equal("a class with a long name     1.0000    1.0000    1.0000         1", lines[2]);
        Assert.DoesNotContain(lines, line => line.Contains("absent"));
    }

    [Theory]
    [InlineData(1, 8, "0.12")] // 0.125 is a tie: to even
    [InlineData(3, 8, "0.38")] // 0.375 too
    [InlineData(57, 200, "0.28")] // 0.285 in decimals is below the tie in binary
    public void Rounds_as_python_does(int hits, int objects, string recall)
    {
        var predicted = Enumerable.Range(0, objects).Select(i => i < hits ? 0 : 1).ToArray();
        var row = ClassificationReport.Format(ConfusionMatrix.FromLabels(new int[objects], predicted, 2), ["a", "b"]).Split('\n')[2];

        Assert.Equal(recall, row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]);
    }
}
