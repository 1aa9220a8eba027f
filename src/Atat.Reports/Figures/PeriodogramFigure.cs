using System.Globalization;
using Atat.Features.Periodograms;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Atat.Reports.Figures;

/// <summary>A periodogram: power against period, the best period marked.</summary>
public static class PeriodogramFigure
{
    // More columns than a figure has pixels across show nothing more: of each the highest power is kept.
    private const int Columns = 2400;

    /// <summary>Draws the periodogram of the last search.</summary>
    /// <param name="periodogram">After its search.</param>
    /// <param name="title">Title, such as the object's identifier.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static Figure Create(MultibandPeriodogram periodogram, string title, int width = 760, int height = 360)
    {
        var plot = Canvas.New("period (days)", "power (explained / unexplained variance)", title);
        var (x, y) = Envelope(periodogram);
        Canvas.Line(plot, x, y, "#33658a", null, 1, 0);
        if (periodogram.Found)
        {
            var mark = plot.Add.VerticalLine(Math.Log10(periodogram.Period), 1, Canvas.Colour("#b52626"));
            mark.LinePattern = LinePattern.Dashed;
            mark.LegendText = string.Create(CultureInfo.InvariantCulture, $"{periodogram.Period:G7} days");
            // Beside the peak, not on it.
            plot.ShowLegend(2 * Math.Log10(periodogram.Period) > x.Min() + x.Max() ? Alignment.UpperLeft : Alignment.UpperRight);
        }
        else
        {
            plot.Add.Annotation("no period found", Alignment.MiddleCenter);
        }

        double[] decades = [.. Enumerable.Range(-2, 7).Select(e => Math.Pow(10, e))];
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. decades.Select(Math.Log10)], [.. decades.Select(d => d.ToString("0.##", CultureInfo.InvariantCulture))]);
        if (x.Length > 0)
        {
            plot.Axes.SetLimits(x.Min(), x.Max(), 0, 1.08 * Math.Max(y.Max(), double.Epsilon));
        }

        return new Figure(plot, width, height, $"Periodogram of {title}.");
    }

    private static (double[] X, double[] Y) Envelope(MultibandPeriodogram periodogram)
    {
        var power = periodogram.Power;
        if (power.IsEmpty)
        {
            return ([], []);
        }

        // Equal columns of log period, each with its highest power.
        var (first, last) = (Math.Log10(periodogram.Frequency(0)), Math.Log10(periodogram.Frequency(power.Length - 1)));
        var best = new (double X, double Y)[Columns];
        Array.Fill(best, (double.NaN, double.NegativeInfinity));
        for (var i = 0; i < power.Length; i++)
        {
            var x = Math.Log10(periodogram.Frequency(i));
            var column = Math.Clamp((int)((x - first) / (last - first) * Columns), 0, Columns - 1);
            if (power[i] > best[column].Y)
            {
                best[column] = (-x, power[i]);
            }
        }

        var shown = best.Where(b => double.IsFinite(b.X)).ToArray();
        return ([.. shown.Select(b => b.X)], [.. shown.Select(b => b.Y)]);
    }
}
