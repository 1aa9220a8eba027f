using System.Collections.Immutable;
using System.Globalization;
using Atat.LightCurves;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Atat.Reports.Figures;

/// <summary>Confusion matrix, rows = truth, normalised by row, with lines between the taxonomy's branches (thesis figure 4.4).</summary>
public static class ConfusionFigure
{
    private const int CellSize = 40;
    private const int Margin = 150;

    /// <summary>Draws the shares of each true class in percent.</summary>
    /// <param name="day">The evaluation.</param>
    /// <param name="taxonomy">Gives the branches; null for no lines.</param>
    public static Figure Create(DayEvaluation day, Taxonomy? taxonomy)
    {
        var count = day.Classes.Length;
        var cell = Math.Max(CellSize, 300 / count);
        var plot = Canvas.New("predicted class", "true class");
        for (var truth = 0; truth < count; truth++)
        {
            for (var predicted = 0; predicted < count; predicted++)
            {
                AddCell(plot, day.Confusion.Share(truth, predicted), predicted, count - 1 - truth);
            }
        }

        foreach (var boundary in Boundaries(day.Classes, taxonomy))
        {
            AddLine(plot, new Coordinates(0, count - boundary), new Coordinates(count, count - boundary));
            AddLine(plot, new Coordinates(boundary, 0), new Coordinates(boundary, count));
        }

        double[] centres = [.. Enumerable.Range(0, count).Select(i => i + 0.5)];
        string[] names = [.. day.Classes.Select(c => Canvas.Clean(c.Name))];
        plot.Axes.Bottom.TickGenerator = new NumericManual(centres, names);
        plot.Axes.Left.TickGenerator = new NumericManual(centres, [.. names.Reverse()]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = -60;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
        plot.HideGrid();
        plot.Title(string.Create(CultureInfo.InvariantCulture, $"percent of the true class, {day.Day} days since first detection"), 13);
        plot.Axes.Bottom.MinimumSize = plot.Axes.Bottom.MaximumSize = 40 + (7 * names.Max(name => name.Length) * MathF.Sin(MathF.PI / 3));
        plot.Axes.SetLimits(0, count, 0, count);
        return new Figure(plot, Margin + (count * cell), Margin + (count * cell), "Confusion matrix in percent of each true class.");
    }

    /// <summary>Places between classes of different branches; none where the taxonomy does not know the classes.</summary>
    internal static IEnumerable<int> Boundaries(ImmutableArray<ClassEvaluation> classes, Taxonomy? taxonomy)
    {
        var branches = classes.Select(c => taxonomy?.Classes.IndexOf(c.Name) is { } k and >= 0 ? taxonomy.BranchOf(k) : null).ToArray();
        return Enumerable.Range(1, Math.Max(0, branches.Length - 1)).Where(i => branches[i] != branches[i - 1]);
    }

    private static void AddCell(Plot plot, double share, int x, int y)
    {
        var cell = plot.Add.Rectangle(x, x + 1, y, y + 1);
        cell.FillColor = Canvas.Colour(Colours.Accent).WithAlpha(share);
        cell.LineColor = Colors.Black.WithAlpha(0.08);
        if (share < 0.005)
        {
            return;
        }

        var text = plot.Add.Text((100 * share).ToString("F0", CultureInfo.InvariantCulture), x + 0.5, y + 0.5);
        text.LabelAlignment = Alignment.MiddleCenter;
        text.LabelFontColor = share > 0.85 ? Colors.White : Colors.Black;
        text.LabelFontSize = 12;
    }

    private static void AddLine(Plot plot, Coordinates from, Coordinates to)
    {
        var line = plot.Add.Line(from, to);
        line.LineColor = Colors.Black;
        line.LineWidth = 1.5f;
        line.MarkerSize = 0;
    }
}
