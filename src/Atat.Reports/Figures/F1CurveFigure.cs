using System.Collections.Immutable;

namespace Atat.Reports.Figures;

/// <summary>Macro F1 against days since the first detection, with 95 % intervals (thesis figure 4.3).</summary>
public static class F1CurveFigure
{
    /// <summary>Draws one curve a run; the first run's is the accented one.</summary>
    public static Figure Create(ImmutableArray<NamedCurve> runs)
    {
        var plot = Canvas.New("days since first detection", "macro F1");
        for (var r = 0; r < runs.Length; r++)
        {
            var colour = Colours.Series[r % Colours.Series.Length];
            var days = runs[r].Days;
            double[] x = [.. days.Select(day => Math.Log2(day.Day))];
            Canvas.Band(plot, x, [.. days.Select(day => day.MacroF1.Low)], [.. days.Select(day => day.MacroF1.High)], colour);
            Canvas.Line(plot, x, [.. days.Select(day => day.MacroF1.Estimate)], colour, runs.Length > 1 ? runs[r].Name : null);
        }

        Canvas.DayTicks(plot, runs.SelectMany(run => run.Days).Select(day => day.Day));
        if (runs.Length > 1)
        {
            plot.ShowLegend(ScottPlot.Alignment.LowerRight);
        }

        return new Figure(plot, 760, 420, "Macro F1 against days since the first detection, with 95 % intervals.");
    }
}
