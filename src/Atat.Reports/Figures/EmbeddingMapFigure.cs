using System.Collections.Immutable;
using ScottPlot;

namespace Atat.Reports.Figures;

/// <summary>A map of embeddings, its points coloured by class: by one assignment, or by several side by side on the same map (thesis figure 3.5).</summary>
public static class EmbeddingMapFigure
{
    private const int Side = 380, TitleSize = 30, Edge = 8, LegendRow = 21, LetterWidth = 8;

    // With eight colours, symbols tell further classes apart.
    private static readonly ImmutableArray<MarkerShape> Shapes = [MarkerShape.FilledCircle, MarkerShape.FilledTriangleUp, MarkerShape.FilledSquare, MarkerShape.FilledDiamond];

    /// <summary>Draws one panel an assignment; the most frequent classes lie lowest, so that the rare ones are seen.</summary>
    /// <param name="map">Places on the map, row-major (N, 2).</param>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="panels">At least one: its title, and the class of each point, (N), -1 for none.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static Figure Create(double[] map, ImmutableArray<string> classes, params ReadOnlySpan<(string Title, int[] Classes)> panels)
    {
        var shown = new SortedSet<int>();
        foreach (var (title, assigned) in panels)
        {
            if (2 * assigned.Length != map.Length)
            {
                throw new ArgumentException($"{assigned.Length} classes for {map.Length / 2} points in '{title}'.", nameof(panels));
            }

            shown.UnionWith(assigned.Select(c => c < 0 ? classes.Length : c));
        }

        var limits = Limits(map);
        var placed = ImmutableArray.CreateBuilder<FigurePanel>();
        var titles = new List<string>();
        foreach (var (title, assigned) in panels)
        {
            var left = placed.Count * Side;
            placed.Add(new FigurePanel(Panel(map, assigned, classes.Length, title, limits), new PixelRect(left, left + Side, Side + TitleSize, 0)));
            titles.Add(title);
        }

        var height = Math.Max(Side + TitleSize, (shown.Count * LegendRow) + 24);
        var end = placed.Count * Side;
        string[] names = [.. shown.Select(c => Name(classes, c))];
        var width = end + 52 + (LetterWidth * names.Select(name => name.Length).DefaultIfEmpty(0).Max());
        placed.Add(new FigurePanel(Legend(shown, names, classes.Length), new PixelRect(end, width, height, 0)));
        return new Figure(placed.ToImmutable(), width, height, $"Map of embeddings coloured by {string.Join(", ", titles)}.");
    }

    private static Plot Panel(double[] map, int[] assigned, int unassigned, string title, AxisLimits limits)
    {
        var plot = Canvas.New("", "", title);
        var size = (float)Math.Clamp(180 / Math.Sqrt(assigned.Length + 1), 2.5, 7);
        foreach (var group in assigned.Index().GroupBy(p => p.Item < 0 ? unassigned : p.Item).OrderByDescending(g => g.Key == unassigned).ThenByDescending(g => g.Count()).ThenBy(g => g.Key))
        {
            int[] points = [.. group.Select(p => p.Index)];
            var (shape, colour) = Style(group.Key, unassigned);
            plot.Add.Markers(Array.ConvertAll(points, i => map[2 * i]), Array.ConvertAll(points, i => map[(2 * i) + 1]), shape, size, colour.WithAlpha(0.8));
        }

        // Neither place nor scale of a map means anything: no ticks.
        plot.HideGrid();
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
            axis.FrameLineStyle.IsVisible = true;
            axis.FrameLineStyle.Color = Canvas.Colour(Colours.Quiet);
        }

        (plot.Axes.Left.MinimumSize, plot.Axes.Left.MaximumSize) = (Edge, Edge);
        (plot.Axes.Right.MinimumSize, plot.Axes.Right.MaximumSize) = (Edge, Edge);
        (plot.Axes.Bottom.MinimumSize, plot.Axes.Bottom.MaximumSize) = (2 * Edge, 2 * Edge);
        (plot.Axes.Top.MinimumSize, plot.Axes.Top.MaximumSize) = (0, 0);
        (plot.Axes.Title.MinimumSize, plot.Axes.Title.MaximumSize) = (TitleSize, TitleSize);
        plot.Axes.SetLimits(limits);
        return plot;
    }

    private static Plot Legend(IEnumerable<int> shown, string[] names, int unassigned)
    {
        var plot = Canvas.New("", "");
        plot.HideAxesAndGrid();
        plot.Legend.ManualItems = [.. shown.Zip(names, (c, name) =>
        {
            var (shape, colour) = Style(c, unassigned);
            return new LegendItem { LabelText = Canvas.Clean(name), MarkerShape = shape, MarkerSize = 8, MarkerFillColor = colour, MarkerLineColor = colour };
        })];
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }

    private static (MarkerShape Shape, Color Colour) Style(int c, int unassigned) => c == unassigned
        ? (MarkerShape.FilledCircle, Canvas.Colour(Colours.Quiet))
        : (Shapes[c / Colours.Series.Length % Shapes.Length], Canvas.Colour(Colours.Series[c % Colours.Series.Length]));

    private static string Name(ImmutableArray<string> classes, int c) => c < classes.Length ? classes[c] : "no label";

    // A square about all points: distances of a map are the same in both directions.
    private static AxisLimits Limits(double[] map)
    {
        if (map.Length == 0)
        {
            return new AxisLimits(0, 1, 0, 1);
        }

        var (x, y) = (map.Where((_, i) => i % 2 == 0).ToArray(), map.Where((_, i) => i % 2 == 1).ToArray());
        var half = 0.53 * Math.Max(1e-9, Math.Max(x.Max() - x.Min(), y.Max() - y.Min()));
        var (middleX, middleY) = ((x.Max() + x.Min()) / 2, (y.Max() + y.Min()) / 2);
        return new AxisLimits(middleX - half, middleX + half, middleY - half, middleY + half);
    }
}
