using System.Collections.Immutable;

namespace Atat.Reports.Figures;

/// <summary>How training went.</summary>
public static class TrainingFigure
{
    /// <summary>Losses against optimiser steps.</summary>
    public static Figure Loss(ImmutableArray<TrainingPoint> points)
    {
        var plot = Canvas.New("optimiser steps", "loss (nats)");
        Add(plot, points, p => p.TrainingLoss, Colours.Series[0], "training");
        Add(plot, points, p => p.ValidationLoss, Colours.Series[1], "validation");
        plot.ShowLegend(ScottPlot.Alignment.UpperRight);
        return new Figure(plot, 520, 340, "Loss against optimiser steps.");
    }

    /// <summary>Validation macro F1 against optimiser steps.</summary>
    public static Figure MacroF1(ImmutableArray<TrainingPoint> points)
    {
        var plot = Canvas.New("optimiser steps", "validation macro F1");
        Add(plot, points, p => p.ValidationMacroF1, Colours.Series[1], null);
        return new Figure(plot, 520, 340, "Validation macro F1 against optimiser steps.");
    }

    private static void Add(ScottPlot.Plot plot, ImmutableArray<TrainingPoint> points, Func<TrainingPoint, double> value, string colour, string? legend)
    {
        var measured = points.Where(p => double.IsFinite(value(p))).ToArray();
        if (measured.Length > 0)
        {
            Canvas.Line(plot, [.. measured.Select(p => (double)p.Step)], [.. measured.Select(value)], colour, legend, dot: measured.Length > 60 ? 0 : 5);
        }
    }
}
