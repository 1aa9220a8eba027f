using System.Globalization;
using System.Text;

namespace Atat.Metrics;

/// <summary>Precision, recall, F1 and support per class as text, laid out as scikit-learn's <c>classification_report</c>.</summary>
public static class ClassificationReport
{
    private const int ColumnWidth = 9;

    /// <summary>Formats a confusion matrix: a row for each class in truth or prediction, then accuracy, macro and weighted averages.</summary>
    /// <param name="confusion">Counts, (K, K).</param>
    /// <param name="classes">Names of the classes, (K).</param>
    /// <param name="digits">Decimals.</param>
    /// <exception cref="ArgumentException">The number of names is not K.</exception>
    public static string Format(ConfusionMatrix confusion, IReadOnlyList<string> classes, int digits = 2)
    {
        if (classes.Count != confusion.ClassCount)
        {
            throw new ArgumentException($"{classes.Count} names for {confusion.ClassCount} classes.", nameof(classes));
        }

        var width = Math.Max("weighted avg".Length, Math.Max(classes.Max(name => name.Length), digits));
        var text = new StringBuilder();
        AppendRow("", "precision", "recall", "f1-score", "support");
        text.Append('\n');
        for (var k = 0; k < classes.Count; k++)
        {
            if (confusion.Support(k) + confusion.PredictedCount(k) > 0)
            {
                AppendScores(classes[k], confusion.PerClass[k]);
            }
        }

        text.Append('\n');
        AppendRow("accuracy", "", "", Fixed(confusion.Accuracy, digits), Whole(confusion.Total));
        AppendScores("macro avg", confusion.Macro);
        AppendScores("weighted avg", confusion.Weighted);
        return text.ToString();

        void AppendScores(string name, ClassScores scores) =>
            AppendRow(name, Fixed(scores.Precision, digits), Fixed(scores.Recall, digits), Fixed(scores.F1, digits), Whole(scores.Support));

        void AppendRow(string name, params ReadOnlySpan<string> cells)
        {
            text.Append(name.PadLeft(width)).Append(' ');
            foreach (var cell in cells)
            {
                text.Append(' ').Append(cell.PadLeft(ColumnWidth));
            }

            text.Append('\n');
        }
    }

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    // Python rounds exact ties to even (0.125 -> 0.12), .NET away from zero. Only multiples of 2^-(digits + 1) can tie, and
    // those are exact as decimals.
    private static string Fixed(double value, int digits)
    {
        var format = "F" + digits.ToString(CultureInfo.InvariantCulture);
        return double.IsInteger(value * (1L << (digits + 1)))
            ? Math.Round((decimal)value, digits, MidpointRounding.ToEven).ToString(format, CultureInfo.InvariantCulture)
            : value.ToString(format, CultureInfo.InvariantCulture);
    }
}
