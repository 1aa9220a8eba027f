using System.Collections.Immutable;
using ScottPlot;

namespace Atat.Reports.Figures;

/// <summary>Macro F1 against days since the first detection, with what is uncertain as a band (thesis figure 4.3).</summary>
public static class F1CurveFigure
{
    // As many names fit below rising curves; more stand above the plot.
    private const int LegendInside = 3;

    /// <summary>Draws one curve a run; the first run's is the accented one where the curves name no colours.</summary>
    public static Figure Create(ImmutableArray<NamedCurve> runs)
    {
        var plot = Draw(runs);
        if (runs.Length is > 1 and <= LegendInside)
        {
            plot.ShowLegend(Alignment.LowerRight);
        }
        else if (runs.Length > LegendInside)
        {
            LegendAtTop(plot);
        }

        return new Figure(plot, 760, runs.Length > LegendInside ? 480 : 420, "Macro F1 against days since the first detection, with 95 % intervals.");
    }

    /// <summary>Draws the curves of a panel that stands beside others, with its legend above.</summary>
    /// <param name="curves">At least one.</param>
    /// <param name="description">What the panel shows, in one sentence.</param>
    public static Figure CreatePanel(ImmutableArray<NamedCurve> curves, string description)
    {
        var plot = Draw(curves);
        LegendAtTop(plot);
        return new Figure(plot, 540, 430, description);
    }

    private static Plot Draw(ImmutableArray<NamedCurve> runs)
    {
        var plot = Canvas.New("days since first detection", "macro F1");
        var curves = runs.Select((run, r) => (run.Days, Colour: run.Colour ?? Colours.Series[r % Colours.Series.Length], run.Name, run.Dashed)).ToArray();
        foreach (var (days, colour, _, _) in curves)
        {
            Canvas.Band(plot, Days(days), [.. days.Select(day => day.MacroF1.Low)], [.. days.Select(day => day.MacroF1.High)], colour);
        }

        foreach (var (days, colour, _, _) in curves)
        {
            plot.Add.Markers(Days(days), MacroF1(days), MarkerShape.FilledCircle, 6, Canvas.Colour(colour));
        }

        // Dashed lines last: what is filled after them would inherit the dashes, which SVG cannot hold.
        foreach (var (days, colour, name, dashed) in curves.OrderBy(curve => curve.Dashed))
        {
            Canvas.Line(plot, Days(days), MacroF1(days), colour, name, dot: 0, pattern: dashed ? LinePattern.DenselyDashed : null);
        }

        Canvas.DayTicks(plot, runs.SelectMany(run => run.Days).Select(day => day.Day));
        return plot;
    }

    private static void LegendAtTop(Plot plot)
    {
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.TightHorizontalWrapping = true;
        plot.Legend.SymbolWidth = 32;
        plot.ShowLegend(Edge.Top);
    }

    private static double[] Days(ImmutableArray<DayScores> days) => [.. days.Select(day => Math.Log2(day.Day))];

    private static double[] MacroF1(ImmutableArray<DayScores> days) => [.. days.Select(day => day.MacroF1.Estimate)];
}
