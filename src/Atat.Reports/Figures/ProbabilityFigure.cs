using System.Collections.Immutable;

namespace Atat.Reports.Figures;

/// <summary>How the probabilities of an object's true and predicted class changed as its light curve grew.</summary>
public static class ProbabilityFigure
{
    private const float LeftSize = 56;

    /// <summary>Draws two curves.</summary>
    /// <param name="track">Probabilities by day.</param>
    /// <param name="truth">Name of the true class.</param>
    /// <param name="predicted">Name of the predicted class.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static Figure Create(ImmutableArray<DayProbabilities> track, string truth, string predicted, int width = 300, int height = 260)
    {
        var plot = Canvas.New("days since first detection", "probability", " ");
        double[] x = [.. track.Select(day => Math.Log2(day.Day))];
        Canvas.Line(plot, x, [.. track.Select(day => day.Truth)], Colours.Series[0], $"{truth} (truth)", 2, 5);
        Canvas.Line(plot, x, [.. track.Select(day => day.Predicted)], Colours.Series[1], predicted, 2, 5);
        Canvas.DayTicks(plot, track.Select(day => day.Day).Where((_, i) => track.Length < 7 || (track.Length - 1 - i) % 2 == 0));
        plot.Axes.SetLimitsY(0, 1.35);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([0, 0.5, 1], ["0", "0.5", "1"]);
        plot.Axes.Left.MinimumSize = LeftSize;
        plot.ShowLegend(ScottPlot.Alignment.UpperLeft);
        return new Figure(plot, width, height, $"Probabilities of {truth} and {predicted} against days since the first detection.");
    }
}
