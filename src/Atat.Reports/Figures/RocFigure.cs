using System.Globalization;
using Atat.Metrics;

namespace Atat.Reports.Figures;

/// <summary>One-vs-rest ROC curves: the classes with the smallest areas in colour, the others thin behind them.</summary>
public static class RocFigure
{
    private const double SmallestStep = 0.002;

    /// <summary>Draws one curve a class.</summary>
    public static Figure Create(DayEvaluation day)
    {
        var plot = Canvas.New("false positive rate", "true positive rate");
        Canvas.Line(plot, [0, 1], [0, 1], Colours.Reference, null, 1, 0, ScottPlot.LinePattern.Dashed);
        var classes = day.Classes.Where(c => c.Roc is not null).OrderBy(c => c.Auc.Estimate).ToArray();
        var accented = Colours.Series.Length;
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            var (x, y) = Thinned(classes[i].Roc!);
            Canvas.Line(plot, x, y, i < accented ? Colours.Series[i] : Colours.Quiet, null, i < accented ? 2 : 1, 0);
        }

        plot.Legend.ManualItems = [.. classes.Take(accented).Select((c, i) => Item(string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Auc.Estimate:F3}"), Colours.Series[i]))];
        if (classes.Length > accented)
        {
            plot.Legend.ManualItems.Add(Item($"{classes.Length - accented} more", Colours.Quiet));
        }

        plot.ShowLegend(ScottPlot.Alignment.LowerRight);
        plot.Axes.SetLimits(-0.01, 1.01, -0.01, 1.02);
        return new Figure(plot, 520, 460, "One-vs-rest receiver operating characteristics; the legend gives areas, smallest first.");
    }

    private static ScottPlot.LegendItem Item(string text, string colour) => new()
    {
        LabelText = Canvas.Clean(text),
        LineColor = Canvas.Colour(colour),
        LineWidth = 2,
    };

    // A curve of ten thousand objects has as many corners; those nearer than a pixel are left out.
    private static (double[] X, double[] Y) Thinned(RocCurve curve)
    {
        List<double> x = [0], y = [0];
        for (var i = 1; i < curve.Thresholds.Length; i++)
        {
            var step = Math.Max(curve.FalsePositiveRate[i] - x[^1], curve.TruePositiveRate[i] - y[^1]);
            if (step >= SmallestStep || i == curve.Thresholds.Length - 1)
            {
                x.Add(curve.FalsePositiveRate[i]);
                y.Add(curve.TruePositiveRate[i]);
            }
        }

        return ([.. x], [.. y]);
    }
}
