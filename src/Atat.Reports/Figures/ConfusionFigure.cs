using System.Collections.Immutable;
using System.Globalization;
using Atat.LightCurves;
using Atat.Metrics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Atat.Reports.Figures;

/// <summary>Confusion matrices, rows = truth, normalised by row, with lines between the taxonomy's branches (thesis figure 4.4).</summary>
public static class ConfusionFigure
{
    private const int Columns = 2;

    /// <summary>Draws the shares of each true class in percent.</summary>
    /// <param name="day">The evaluation.</param>
    /// <param name="taxonomy">Gives the branches; null for no lines.</param>
    public static Figure Create(DayEvaluation day, Taxonomy? taxonomy)
    {
        const int CellSize = 40, Margin = 150;
        ImmutableArray<string> names = [.. day.Classes.Select(c => c.Name)];
        var plot = Draw(day.Confusion, names, taxonomy, string.Create(CultureInfo.InvariantCulture, $"percent of the true class, {day.Day} days since first detection"), 12);
        plot.Axes.Bottom.MinimumSize = plot.Axes.Bottom.MaximumSize = LabelSize(names, 7) + 40;
        var size = Margin + (names.Length * Math.Max(CellSize, 300 / names.Length));
        return new Figure(plot, size, size, "Confusion matrix in percent of each true class.");
    }

    /// <summary>Draws several matrices of the same classes, two in a row.</summary>
    /// <param name="matrices">At least one, each with its title.</param>
    /// <param name="names">Names of the classes, (K).</param>
    /// <param name="taxonomy">Gives the branches; null for no lines.</param>
    public static Figure SideBySide(IReadOnlyList<(string Title, ConfusionMatrix Confusion)> matrices, ImmutableArray<string> names, Taxonomy? taxonomy)
    {
        const int FontSize = 10, TitleSize = 34;
        var cell = Math.Clamp(440 / names.Length, 23, 110);
        float label = LabelSize(names, 6) + 12, side = LabelWidth(names, 6) + 34;
        var (width, height) = (side + (names.Length * cell) + 14, TitleSize + (names.Length * cell) + label + 22);
        var panels = matrices.Select((matrix, i) =>
        {
            var plot = Draw(matrix.Confusion, names, taxonomy, matrix.Title, FontSize);
            plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = FontSize + 1;
            plot.Axes.Bottom.MinimumSize = plot.Axes.Bottom.MaximumSize = label + 22;
            plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = side;
            plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = TitleSize;
            var (left, top) = (i % Columns * width, i / Columns * height);
            return new FigurePanel(plot, new PixelRect(left, left + width, top + height, top));
        });
        var rows = (matrices.Count + Columns - 1) / Columns;
        return new Figure([.. panels], (int)(Math.Min(Columns, matrices.Count) * width), (int)(rows * height), $"Confusion matrices in percent of each true class: {string.Join(", ", matrices.Select(m => m.Title))}.");
    }

    /// <summary>Places between classes of different branches; none where the taxonomy does not know the classes.</summary>
    internal static IEnumerable<int> Boundaries(ImmutableArray<string> names, Taxonomy? taxonomy)
    {
        var branches = names.Select(name => taxonomy?.Classes.IndexOf(name) is { } k and >= 0 ? taxonomy.BranchOf(k) : null).ToArray();
        return Enumerable.Range(1, Math.Max(0, branches.Length - 1)).Where(i => branches[i] != branches[i - 1]);
    }

    private static Plot Draw(ConfusionMatrix confusion, ImmutableArray<string> names, Taxonomy? taxonomy, string title, float fontSize)
    {
        var count = names.Length;
        var plot = Canvas.New("predicted class", "true class", title);
        for (var truth = 0; truth < count; truth++)
        {
            for (var predicted = 0; predicted < count; predicted++)
            {
                AddCell(plot, confusion.Share(truth, predicted), predicted, count - 1 - truth, fontSize);
            }
        }

        foreach (var boundary in Boundaries(names, taxonomy))
        {
            AddLine(plot, new Coordinates(0, count - boundary), new Coordinates(count, count - boundary));
            AddLine(plot, new Coordinates(boundary, 0), new Coordinates(boundary, count));
        }

        double[] centres = [.. Enumerable.Range(0, count).Select(i => i + 0.5)];
        string[] clean = [.. names.Select(Canvas.Clean)];
        plot.Axes.Bottom.TickGenerator = new NumericManual(centres, clean);
        plot.Axes.Left.TickGenerator = new NumericManual(centres, [.. clean.Reverse()]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = -60;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
        plot.HideGrid();
        plot.Axes.SetLimits(0, count, 0, count);
        return plot;
    }

    // Of the longest name at a mean width of a letter, upright and turned by 60 degrees.
    private static float LabelWidth(ImmutableArray<string> names, float letter) => letter * names.Max(name => name.Length);

    private static float LabelSize(ImmutableArray<string> names, float letter) => LabelWidth(names, letter) * MathF.Sin(MathF.PI / 3);

    private static void AddCell(Plot plot, double share, int x, int y, float fontSize)
    {
        var cell = plot.Add.Rectangle(x, x + 1, y, y + 1);
        cell.FillColor = Canvas.Colour(Colours.Accent).WithAlpha(share);
        cell.LineColor = Colors.Black.WithAlpha(0.08);
        if (share <= 0.005)
        {
            return;
        }

        var text = plot.Add.Text((100 * share).ToString("F0", CultureInfo.InvariantCulture), x + 0.5, y + 0.5);
        text.LabelAlignment = Alignment.MiddleCenter;
        text.LabelFontColor = share > 0.85 ? Colors.White : Colors.Black;
        text.LabelFontSize = fontSize;
    }

    private static void AddLine(Plot plot, Coordinates from, Coordinates to)
    {
        var line = plot.Add.Line(from, to);
        line.LineColor = Colors.Black;
        line.LineWidth = 1.5f;
        line.MarkerSize = 0;
    }
}
