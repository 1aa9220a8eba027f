using Atat.Metrics;

namespace Atat.Reports.Figures;

/// <summary>Reliability diagram: accuracy against confidence, and how many objects each bin holds.</summary>
public static class ReliabilityFigure
{
    private const double Z = 1.96;

    /// <summary>Draws the bins that hold objects.</summary>
    public static Figure Create(Reliability reliability)
    {
        var plot = Canvas.New("confidence (largest probability)", "accuracy, share of objects");
        var total = Math.Max(1, reliability.Bins.Sum(bin => bin.Count));
        foreach (var bin in reliability.Bins)
        {
            var bar = plot.Add.Rectangle(bin.Low, bin.High, 0, (double)bin.Count / total);
            bar.FillColor = Canvas.Colour(Colours.Quiet);
            bar.LineWidth = 0;
        }

        Canvas.Line(plot, [0, 1], [0, 1], Colours.Reference, null, 1, 0, ScottPlot.LinePattern.Dashed);
        var filled = reliability.Bins.Where(bin => bin.Count > 0).ToArray();
        double[] x = [.. filled.Select(bin => bin.Confidence)];
        var errors = plot.Add.ErrorBar(x, [.. filled.Select(bin => bin.Accuracy)], [.. filled.Select(StandardError)]);
        errors.Color = Canvas.Colour(Colours.Accent).WithAlpha(0.5);
        Canvas.Line(plot, x, [.. filled.Select(bin => bin.Accuracy)], Colours.Accent, null);
        plot.Legend.ManualItems =
        [
            new() { LabelText = "accuracy", LineColor = Canvas.Colour(Colours.Accent), LineWidth = 2 },
            new() { LabelText = "share of objects", LineColor = Canvas.Colour(Colours.Quiet), LineWidth = 7 },
            new() { LabelText = "perfectly calibrated", LineColor = Canvas.Colour(Colours.Reference), LineWidth = 1 },
        ];
        plot.Legend.Orientation = ScottPlot.Orientation.Horizontal;
        plot.ShowLegend(ScottPlot.Edge.Top);
        plot.Axes.SetLimits(-0.01, 1.01, 0, 1.02);
        return new Figure(plot, 520, 460, "Accuracy against confidence in bins of confidence, with the share of objects in each bin.");
    }

    private static double StandardError(ReliabilityBin bin) => Z * Math.Sqrt(bin.Accuracy * (1 - bin.Accuracy) / bin.Count);
}
