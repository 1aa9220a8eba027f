using System.Globalization;
using System.Text;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Atat.Reports.Figures;

/// <summary>New plots in the project's style, and the few things all of them need.</summary>
internal static class Canvas
{
    // Arial, Liberation Sans and Helvetica have the same widths: text placed with one fits when another shows it.
    private static readonly string[] FontNames = ["Arial", "Liberation Sans", "Helvetica", "DejaVu Sans"];

    private static readonly string Font = FontNames.FirstOrDefault(IsInstalled) ?? Fonts.Sans;

    /// <summary>An empty plot with labelled axes. Labels name the unit.</summary>
    public static Plot New(string xLabel, string yLabel, string? title = null)
    {
        var plot = new Plot();
        plot.Font.Set(Font);
        plot.XLabel(Clean(xLabel), 13);
        plot.YLabel(Clean(yLabel), 13);
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.TickGenerator = Ticks();
        plot.Axes.Left.TickGenerator = Ticks();
        plot.Grid.MajorLineColor = Colors.Black.WithAlpha(0.1);
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Legend.FontName = Font;
        plot.Legend.FontSize = 12;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.Transparent;
        if (title is not null)
        {
            plot.Title(Clean(title), 13);
        }

        return plot;
    }

    /// <summary>A legend right of the plot, close to it.</summary>
    public static void LegendAtRight(Plot plot)
    {
        var panel = plot.ShowLegend(Edge.Right);
        panel.Padding = new PixelPadding(4);
        plot.Legend.Margin = new PixelPadding(0);
        plot.Legend.SymbolWidth = 12;
    }

    /// <summary>Text as a figure can hold it: characters that XML forbids become a question mark.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? "?" : rune.ToString());
        }

        return clean.ToString();
    }

    public static Color Colour(string hex) => Color.FromHex(hex);

    /// <summary>Ticks at days on an axis of log2(day).</summary>
    public static void DayTicks(Plot plot, IEnumerable<double> days)
    {
        var all = days.Distinct().Order().ToArray();
        var ticks = all.Where((day, i) => i == 0 || Math.Log2(day / all[i - 1]) > 0.4).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. ticks.Select(Math.Log2)],
            [.. ticks.Select(day => day.ToString("0.##", CultureInfo.InvariantCulture))]);
    }

    /// <summary>A curve with dots.</summary>
    public static void Line(Plot plot, double[] x, double[] y, string colour, string? legend, float width = 2, float dot = 6, LinePattern? pattern = null)
    {
        var line = plot.Add.Scatter(x, y, Colour(colour));
        line.LineWidth = width;
        line.MarkerSize = dot;
        line.LinePattern = pattern ?? LinePattern.Solid;
        if (legend is not null)
        {
            line.LegendText = Clean(legend);
        }
    }

    /// <summary>A shaded band between two curves.</summary>
    public static void Band(Plot plot, double[] x, double[] low, double[] high, string colour)
    {
        var band = plot.Add.FillY(x, low, high);
        band.FillColor = Colour(colour).WithAlpha(0.18);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    private static NumericAutomatic Ticks() => new() { TickDensity = 0.6, MinorTickGenerator = new EvenlySpacedMinorTickGenerator(2) };

    private static bool IsInstalled(string name) =>
        SkiaSharp.SKFontManager.Default.FontFamilies.Contains(name, StringComparer.OrdinalIgnoreCase);
}
