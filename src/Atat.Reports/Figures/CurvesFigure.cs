namespace Atat.Reports.Figures;

/// <summary>A few named curves on common axes.</summary>
public static class CurvesFigure
{
    /// <summary>Draws the curves.</summary>
    /// <param name="curves">Name, colour as hex, and points of every curve.</param>
    /// <param name="xLabel">Horizontal quantity and unit.</param>
    /// <param name="yLabel">Vertical quantity and unit.</param>
    /// <param name="title">Title.</param>
    public static Figure Create(IEnumerable<(string Name, string Colour, double[] X, double[] Y)> curves, string xLabel, string yLabel, string title)
    {
        var plot = Canvas.New(xLabel, yLabel, title);
        foreach (var (name, colour, x, y) in curves)
        {
            Canvas.Line(plot, x, y, colour, name, 2, 0);
        }

        Canvas.LegendAtRight(plot);
        return new Figure(plot, 480, 280, title + ".");
    }
}
