using System.Globalization;
using Atat.LightCurves;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Atat.Reports.Figures;

/// <summary>Number of objects of each class on a logarithmic axis (thesis figure 4.2).</summary>
public static class ClassHistogramFigure
{
    private const int RowHeight = 24;

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

    private static Figure Draw((string Name, int Count)[] counts, string axis)
    {
        var plot = Canvas.New("objects", axis);
        var largest = counts.Select(c => c.Count).DefaultIfEmpty(1).Max();
        for (var i = 0; i < counts.Length; i++)
        {
            AddBar(plot, counts.Length - 1 - i, counts[i].Count);
        }

        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. counts.Select((_, i) => (double)(counts.Length - 1 - i))],
            [.. counts.Select(c => Canvas.Clean(c.Name))]);
        var decades = Enumerable.Range(0, (int)Math.Ceiling(Math.Log10(Math.Max(10, largest))) + 1).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. decades.Select(d => (double)d)],
            [.. decades.Select(d => Math.Pow(10, d).ToString("N0", CultureInfo.InvariantCulture))]);
        plot.Axes.SetLimits(-0.3, Math.Log10(Math.Max(10, largest)) + 0.5, -0.7, counts.Length - 0.3);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
        return new Figure(plot, 760, 110 + (RowHeight * counts.Length), $"Number of objects of each {axis}, logarithmic.");
    }

    private static void AddBar(Plot plot, double y, int count)
    {
        if (count > 0)
        {
            var bar = plot.Add.Rectangle(-0.3, Math.Log10(count), y - 0.36, y + 0.36);
            bar.FillColor = Canvas.Colour(Colours.Accent);
            bar.LineWidth = 0;
        }

        var text = plot.Add.Text(count.ToString("N0", CultureInfo.InvariantCulture), count > 0 ? Math.Log10(count) : -0.3, y);
        text.LabelAlignment = Alignment.MiddleLeft;
        text.OffsetX = 5;
        text.LabelFontSize = 12;
    }
}
