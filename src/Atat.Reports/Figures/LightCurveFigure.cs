using System.Collections.Immutable;
using System.Globalization;
using Atat.LightCurves;
using ScottPlot;

namespace Atat.Reports.Figures;

/// <summary>A light curve: brightness with error bars by passband against time or phase; open symbols are no detections.</summary>
public static class LightCurveFigure
{
    // Room for the axis label and five digits, so that figures under each other stand flush.
    private const float LeftSize = 66;

    /// <summary>Draws an object against days since its first detection (against MJD where it has none).</summary>
    /// <param name="astroObject">The object; saturated points are left out.</param>
    /// <param name="schema">Gives passbands and unit.</param>
    /// <param name="title">Title; null for the identifier and label.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static Figure Create(AstroObject astroObject, CatalogSchema schema, string? title = null, int width = 760, int height = 420)
    {
        var first = Window.FirstDetection(astroObject.LightCurve);
        var points = Points(astroObject.LightCurve);
        return double.IsNaN(first)
            ? Draw(points, schema, "time (MJD, days)", Title(astroObject, title), width, height)
            : Draw([.. points.Select(p => p with { Time = p.Time - first })], schema, "days since first detection", Title(astroObject, title), width, height);
    }

    /// <summary>Draws an object against the phase of a period, two cycles.</summary>
    /// <param name="astroObject">The object; saturated points are left out.</param>
    /// <param name="schema">Gives passbands and unit.</param>
    /// <param name="period">Period in days, above 0; phase 0 is MJD 0.</param>
    /// <param name="title">Title; null for the identifier and label.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static Figure Folded(AstroObject astroObject, CatalogSchema schema, double period, string? title = null, int width = 760, int height = 420)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        var phases = Points(astroObject.LightCurve).Select(p => p with { Time = (p.Time / period) - Math.Floor(p.Time / period) }).ToArray();
        var label = string.Create(CultureInfo.InvariantCulture, $"phase (period {period:G6} days)");
        return Draw([.. phases, .. phases.Select(p => p with { Time = p.Time + 1 })], schema, label, Title(astroObject, title), width, height);
    }

    private static string Title(AstroObject astroObject, string? title) =>
        title ?? (astroObject.Label is null ? astroObject.Id : $"{astroObject.Id}: {astroObject.Label}");

    private static Figure Draw(ImmutableArray<Point> points, CatalogSchema schema, string xLabel, string title, int width, int height)
    {
        var plot = Canvas.New(xLabel, BrightnessLabel(schema), title);
        for (var band = 0; band < schema.Passbands.Length; band++)
        {
            AddBand(plot, [.. points.Where(p => p.Band == band)], PassbandStyle.Of(schema.Passbands, band), schema.Passbands[band].Name);
        }

        plot.Axes.Left.MinimumSize = LeftSize;
        SetLimits(plot, points, schema.Unit);
        if (!points.IsEmpty)
        {
            Canvas.LegendAtRight(plot);
        }

        return new Figure(plot, width, height, $"Light curve of {title}.");
    }

    private static string BrightnessLabel(CatalogSchema schema) => schema.Unit == BrightnessUnit.Magnitude
        ? "magnitude"
        : double.IsNaN(schema.ZeroPoint) ? "flux" : string.Create(CultureInfo.InvariantCulture, $"flux (zero point {schema.ZeroPoint} mag)");

    private static ImmutableArray<Point> Points(LightCurve lightCurve)
    {
        var points = ImmutableArray.CreateBuilder<Point>();
        for (var i = 0; i < lightCurve.Length; i++)
        {
            if (!lightCurve.Saturated[i])
            {
                points.Add(new Point(lightCurve.Mjd[i], lightCurve.Flux[i], lightCurve.FluxError[i], lightCurve.Band[i], lightCurve.Detected[i]));
            }
        }

        return points.ToImmutable();
    }

    private static void AddBand(Plot plot, ImmutableArray<Point> points, PassbandStyle style, string name)
    {
        if (points.IsEmpty)
        {
            return;
        }

        var colour = Canvas.Colour(style.Colour);
        var bars = plot.Add.ErrorBar([.. points.Select(p => p.Time)], [.. points.Select(p => p.Flux)], [.. points.Select(p => p.Error)]);
        bars.Color = colour.WithAlpha(0.45);
        bars.CapSize = 0;
        var detections = Add(true, style.Detection, 6);
        var others = Add(false, style.NonDetection, 5);
        (detections ?? others)!.LegendText = Canvas.Clean(name);

        ScottPlot.Plottables.Markers? Add(bool detected, MarkerShape shape, float size)
        {
            var chosen = points.Where(p => p.Detected == detected).ToArray();
            return chosen.Length == 0 ? null : plot.Add.Markers(chosen.Select(p => p.Time).ToArray(), chosen.Select(p => p.Flux).ToArray(), shape, size, colour);
        }
    }

    // By the values, not their error bars: one point with a huge error shall not flatten the rest.
    private static void SetLimits(Plot plot, ImmutableArray<Point> points, BrightnessUnit unit)
    {
        if (points.IsEmpty)
        {
            plot.Axes.SetLimits(0, 1, 0, 1);
            plot.Add.Annotation("no observations", Alignment.MiddleCenter);
        }
        else
        {
            var errors = points.Select(p => p.Error).Order().ToArray();
            var low = points.Min(p => p.Flux);
            var high = points.Max(p => p.Flux);
            var margin = Math.Max(0.06 * (high - low), errors[errors.Length / 2]) + 1e-6 + (1e-6 * Math.Abs(high));
            plot.Axes.SetLimitsY(low - margin, high + margin);
        }

        if (unit == BrightnessUnit.Magnitude)
        {
            plot.Axes.InvertY();
        }
    }

    private readonly record struct Point(double Time, double Flux, double Error, byte Band, bool Detected);
}
