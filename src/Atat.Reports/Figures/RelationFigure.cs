namespace Atat.Reports.Figures;

/// <summary>Points, and a line of published slope through their middle.</summary>
public static class RelationFigure
{
    /// <summary>Draws at most a thousand points.</summary>
    /// <param name="points">At least two.</param>
    /// <param name="axes">Quantities and units.</param>
    /// <param name="title">Title.</param>
    /// <param name="slope">Published slope.</param>
    public static Figure Create(IReadOnlyCollection<(double X, double Y)> points, (string X, string Y) axes, string title, double slope)
    {
        var plot = Canvas.New(axes.X, axes.Y, title);
        var shown = points.Take(1000).ToArray();
        plot.Add.Markers(shown.Select(p => p.X).ToArray(), shown.Select(p => p.Y).ToArray(), ScottPlot.MarkerShape.FilledCircle, 2, Canvas.Colour(Colours.Quiet));
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        var (from, to) = (points.Min(p => p.X), points.Max(p => p.X));
        Canvas.Line(plot, [from, to], [y + (slope * (from - x)), y + (slope * (to - x))], Colours.Reference, null, 1.5f, 0, ScottPlot.LinePattern.Dashed);
        return new Figure(plot, 380, 240, $"{axes.Y} against {axes.X}: {title}.");
    }
}
