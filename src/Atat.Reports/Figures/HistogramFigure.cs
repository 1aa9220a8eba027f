namespace Atat.Reports.Figures;

/// <summary>Distribution of a sample, with a published value and what is called agreement with it.</summary>
public static class HistogramFigure
{
    private const int Bins = 30;

    /// <summary>Draws the share of the sample in bins between its 0.5 and 99.5 % quantiles.</summary>
    /// <param name="sample">At least one value.</param>
    /// <param name="label">Quantity and unit.</param>
    /// <param name="title">Title.</param>
    /// <param name="published">Published value of the mean or median.</param>
    /// <param name="tolerance">Half width of the band around it.</param>
    public static Figure Create(IReadOnlyCollection<double> sample, string label, string title, double published, double tolerance)
    {
        double[] sorted = [.. sample.Order()];
        var (low, high) = (Math.Min(sorted[sorted.Length / 200], published - tolerance), Math.Max(sorted[^((sorted.Length / 200) + 1)], published + tolerance));
        var width = Math.Max((high - low) / Bins, 1e-9);
        var counts = new double[Bins];
        foreach (var value in sorted.Where(v => v >= low && v <= high))
        {
            counts[Math.Min((int)((value - low) / width), Bins - 1)]++;
        }

        var plot = Canvas.New(label, "share", title);
        for (var bin = 0; bin < Bins; bin++)
        {
            var bar = plot.Add.Rectangle(low + (bin * width), low + ((bin + 1) * width), 0, counts[bin] / sorted.Length);
            bar.FillColor = Canvas.Colour(Colours.Quiet);
            bar.LineWidth = 0;
        }

        var top = 1.08 * counts.Max() / sorted.Length;
        Canvas.Band(plot, [published - tolerance, published + tolerance], [0, 0], [top, top], Colours.Reference);
        Canvas.Line(plot, [published, published], [0, top], Colours.Reference, null, 1.5f, 0, ScottPlot.LinePattern.Dashed);
        plot.Axes.SetLimits(low, high, 0, top);
        return new Figure(plot, 380, 240, $"Distribution of {label}: {title}.");
    }
}
