using System.Globalization;
using Atat.LightCurves;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Atat.Reports.Figures;

/// <summary>Number of objects of each class on a logarithmic axis (thesis figure 4.2).</summary>
public static class ClassHistogramFigure
{
    private const int RowHeight = 24, PairHeight = 34;
    private const double HalfBar = 0.2;

    /// <summary>Counts the classes of the taxonomy (figure 4.2 b); labels that it does not know, and unlabelled objects, stand last.</summary>
    public static Figure OfClasses(Catalog catalog)
    {
        var taxonomy = catalog.Schema.Taxonomy;
        var counts = taxonomy.Classes.Select(name => (Name: name, Count: 0)).Append((Name: "other labels", Count: 0)).Append((Name: "unlabelled", Count: 0)).ToArray();
        foreach (var label in catalog.Labels)
        {
            var place = label is null ? counts.Length - 1 : taxonomy.ClassOf(label) is var k and >= 0 ? k : counts.Length - 2;
            counts[place].Count++;
        }

        return Draw([.. counts.Where((c, i) => c.Count > 0 || i < taxonomy.Classes.Length)], "class");
    }

    /// <summary>Counts the labels as they stand in the data (figure 4.2 a), most frequent first.</summary>
    public static Figure OfLabels(Catalog catalog) =>
        Draw([.. catalog.Labels.ToArray().CountBy(label => label ?? "unlabelled").OrderByDescending(c => c.Value).Select(c => (c.Key, c.Value))], "label");

    /// <summary>Objects of each class in two parts of a catalog.</summary>
    /// <param name="classes">At least one class with its objects in both parts.</param>
    public static Figure OfTrainingAndTest(IReadOnlyList<(string Name, int Training, int Test)> classes)
    {
        var plot = Canvas.New("objects", "class");
        for (var i = 0; i < classes.Count; i++)
        {
            var y = classes.Count - 1 - i;
            AddBar(plot, y + HalfBar, HalfBar, classes[i].Training, Colours.Series[0]);
            AddBar(plot, y - HalfBar, HalfBar, classes[i].Test, Colours.Series[1]);
        }

        Axes(plot, [.. classes.Select(c => c.Name)], classes.Max(c => Math.Max(c.Training, c.Test)));
        plot.Legend.ManualItems = [Item("training", Colours.Series[0]), Item("test", Colours.Series[1])];
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.ShowLegend(Edge.Top);
        return new Figure(plot, 760, 130 + (PairHeight * classes.Count), "Number of objects of each class in training and test, logarithmic.");
    }

    private static LegendItem Item(string text, string colour) => new() { LabelText = text, LineColor = Canvas.Colour(colour), LineWidth = 8 };

    private static Figure Draw((string Name, int Count)[] counts, string axis)
    {
        var plot = Canvas.New("objects", axis);
        var largest = counts.Select(c => c.Count).DefaultIfEmpty(1).Max();
        for (var i = 0; i < counts.Length; i++)
        {
            AddBar(plot, counts.Length - 1 - i, 0.36, counts[i].Count, Colours.Accent);
        }

        Axes(plot, [.. counts.Select(c => c.Name)], largest);
        return new Figure(plot, 760, 110 + (RowHeight * counts.Length), $"Number of objects of each {axis}, logarithmic.");
    }

    private static void Axes(Plot plot, string[] names, int largest)
    {
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. names.Select((_, i) => (double)(names.Length - 1 - i))],
            [.. names.Select(Canvas.Clean)]);
        var decades = Enumerable.Range(0, (int)Math.Ceiling(Math.Log10(Math.Max(10, largest))) + 1).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. decades.Select(d => (double)d)],
            [.. decades.Select(d => Math.Pow(10, d).ToString("N0", CultureInfo.InvariantCulture))]);
        plot.Axes.SetLimits(-0.3, Math.Log10(Math.Max(10, largest)) + 0.5, -0.7, names.Length - 0.3);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
    }

    private static void AddBar(Plot plot, double y, double half, int count, string colour)
    {
        if (count > 0)
        {
            var bar = plot.Add.Rectangle(-0.3, Math.Log10(count), y - half, y + half);
            bar.FillColor = Canvas.Colour(colour);
            bar.LineWidth = 0;
        }

        var text = plot.Add.Text(count.ToString("N0", CultureInfo.InvariantCulture), count > 0 ? Math.Log10(count) : -0.3, y);
        text.LabelAlignment = Alignment.MiddleLeft;
        text.OffsetX = 5;
        text.LabelFontSize = 12;
    }
}
