using System.Collections.Immutable;
using ScottPlot;

namespace Atat.Reports.Figures;

/// <summary>Macro F1 against days since the first detection, with what is uncertain as a band (thesis figure 4.3).</summary>
public static class F1CurveFigure
{
    private const int Width = 760, Height = 420, LegendColumns = 3, LegendRow = 20;

    /// <summary>Draws one curve a run; the first run's is the accented one where the curves name no colours.</summary>
    public static Figure Create(ImmutableArray<NamedCurve> runs)
    {
        var plot = Canvas.New("days since first detection", "macro F1");
        for (var r = 0; r < runs.Length; r++)
        {
            var colour = runs[r].Colour ?? Colours.Series[r % Colours.Series.Length];
            var days = runs[r].Days;
            double[] x = [.. days.Select(day => Math.Log2(day.Day))];
            Canvas.Band(plot, x, [.. days.Select(day => day.MacroF1.Low)], [.. days.Select(day => day.MacroF1.High)], colour);
            Canvas.Line(plot, x, [.. days.Select(day => day.MacroF1.Estimate)], colour, runs.Length > 1 ? runs[r].Name : null, pattern: runs[r].Dashed ? LinePattern.Dashed : null);
        }

        Canvas.DayTicks(plot, runs.SelectMany(run => run.Days).Select(day => day.Day));
        if (runs.Length > 1)
        {
            ShowLegend(plot, runs.Length);
        }

        return new Figure(plot, Width, Height, "Macro F1 against days since the first detection, with 95 % intervals.");
    }

    // Two or three names fit below rising curves; more stand above the plot.
    private static void ShowLegend(Plot plot, int runs)
    {
        if (runs <= LegendColumns)
        {
            plot.ShowLegend(Alignment.LowerRight);
            return;
        }

        plot.Legend.Orientation = Orientation.Horizontal;
        plot.ShowLegend(Edge.Top);
    }
}
