using System.Collections.Immutable;
using Atat.LightCurves;
using Atat.Reports.Representation;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Atat.Reports.Figures;

/// <summary>Series with their reconstructions, a row a class (thesis figures 3.3, 3.4 and 3.6): dots are observations, curve and band the mean and one standard deviation.</summary>
public static class ReconstructionFigure
{
    private const int Width = 1080, Height = 170, AxisHeight = 24, LargestWidth = 540, LegendHeight = 28;

    /// <summary>Draws the examples: a row a class, in the order that the classes first appear.</summary>
    /// <param name="examples">At least one.</param>
    public static Figure Create(IReadOnlyList<ReconstructionExample> examples)
    {
        var rows = examples.GroupBy(example => example.Class, StringComparer.Ordinal).Select(row => row.ToArray()).ToArray();
        var columns = rows.Max(row => row.Length);
        var width = Math.Min(LargestWidth, Width / columns);
        var bands = examples.SelectMany(example => Styles(example.Bands)).DistinctBy(band => band.Name, StringComparer.Ordinal).ToArray();
        var panels = ImmutableArray.CreateBuilder<FigurePanel>();
        var top = 0;
        if (bands.Length > 1)
        {
            panels.Add(new FigurePanel(Legend(bands), new PixelRect(0, columns * width, LegendHeight, 0)));
            top = LegendHeight;
        }

        for (var row = 0; row < rows.Length; row++)
        {
            var last = row == rows.Length - 1;
            var height = Height + (last ? AxisHeight : 0);
            for (var column = 0; column < rows[row].Length; column++)
            {
                var plot = Panel(rows[row][column], last ? "time or phase" : "", column == 0 ? "value" : "");
                panels.Add(new FigurePanel(plot, new PixelRect(column * width, (column + 1) * width, top + height, top)));
            }

            top += height;
        }

        return new Figure(panels.ToImmutable(), columns * width, top, $"Reconstructed series of {string.Join(", ", rows.Select(row => row[0].Class))}.");
    }

    private static Plot Panel(ReconstructionExample example, string xLabel, string yLabel)
    {
        var plot = Canvas.New(xLabel, yLabel, example.Class);
        foreach (var (band, (_, colour)) in example.Bands.Zip(Styles(example.Bands)))
        {
            AddBand(plot, band, colour);
        }

        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 10;
        plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = 52;
        plot.Axes.Right.MinimumSize = plot.Axes.Right.MaximumSize = 8;
        plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = 4;
        plot.Axes.Left.TickGenerator = new NumericAutomatic { TickDensity = 1.2 };
        SetLimits(plot, example);
        plot.HideLegend();
        return plot;
    }

    private static IEnumerable<(string Name, string Colour)> Styles(ImmutableArray<ReconstructionBand> bands)
    {
        ImmutableArray<Passband> passbands = [.. bands.Select(band => new Passband(band.Name, double.NaN))];
        return bands.Select((band, i) => (band.Name, bands.Length == 1 ? Colours.Accent : PassbandStyle.Of(passbands, i).Colour));
    }

    private static Plot Legend((string Name, string Colour)[] bands)
    {
        var plot = Canvas.New("", "");
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Legend.ManualItems = [.. bands.Select(band => new LegendItem { LabelText = Canvas.Clean(band.Name), MarkerShape = MarkerShape.FilledCircle, MarkerSize = 7, MarkerColor = Canvas.Colour(band.Colour) })];
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.Padding = plot.Legend.Margin = new PixelPadding(0);
        plot.ShowLegend(Alignment.MiddleCenter);
        return plot;
    }

    private static void AddBand(Plot plot, ReconstructionBand band, string hex)
    {
        double[] grid = [.. band.Grid];
        if (!band.Deviation.IsEmpty && grid.Length > 1)
        {
            Canvas.Band(plot, grid, [.. band.Mean.Zip(band.Deviation, (mean, deviation) => mean - deviation)], [.. band.Mean.Zip(band.Deviation, (mean, deviation) => mean + deviation)], hex);
        }

        var colour = Canvas.Colour(hex);
        if (!band.Times.IsEmpty)
        {
            if (!band.Errors.IsEmpty)
            {
                var bars = plot.Add.ErrorBar([.. band.Times], [.. band.Values], [.. band.Errors]);
                bars.Color = colour.WithAlpha(0.3);
                bars.CapSize = 0;
            }

            plot.Add.Markers(band.Times.ToArray(), band.Values.ToArray(), MarkerShape.FilledCircle, 4, colour.WithAlpha(0.6));
        }

        if (grid.Length > 0)
        {
            Canvas.Line(plot, grid, [.. band.Mean], hex, null, 1.5f, 0);
        }
    }

    // By the observations, and the curve as far as it does not leave them by more than their own range: one wild estimate shall not flatten the rest.
    private static void SetLimits(Plot plot, ReconstructionExample example)
    {
        var values = example.Bands.SelectMany(band => band.Values).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (values.Min(), values.Max());
        var range = Math.Max(high - low, 1e-6);
        var curve = example.Bands.SelectMany(band => band.Mean).Where(double.IsFinite).Append(low).Append(high).Select(value => Math.Clamp(value, low - range, high + range)).ToArray();
        var margin = 0.08 * (curve.Max() - curve.Min() + 1e-6);
        plot.Axes.SetLimits(-0.02, 1.02, curve.Min() - margin, curve.Max() + margin);
        if (example.IsInverted)
        {
            plot.Axes.InvertY();
        }
    }
}
