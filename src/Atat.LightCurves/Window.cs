namespace Atat.LightCurves;

/// <summary>
/// Which observations a classifier may see at a day after the first detection: from <see cref="DaysBefore"/> days before it to
/// the last detection at or before that day, saturated points dropped (thesis section 4.2 and the published preparation).
/// </summary>
/// <remarks>
/// Two clocks: days of a window are counted from the first detection; the network sees days since the first point of the window.
/// </remarks>
public static class Window
{
    /// <summary>Forced photometry begins this many days before the first detection.</summary>
    public const double DaysBefore = 30;

    /// <summary>The day that stands for no limit, as in the thesis; surveys longer than it are seen whole.</summary>
    public const double WholeLightCurve = 2048;

    /// <summary>Days as tables of them name them: each once, ascending, whole light curves at <see cref="WholeLightCurve"/>.</summary>
    public static double[] Distinct(IEnumerable<double> days) => [.. days.Select(Named).Distinct().Order()];

    /// <summary>A day as tables of them name it: <see cref="WholeLightCurve"/> for all from it on.</summary>
    public static double Named(double day) => Math.Min(day, WholeLightCurve);

    /// <summary>Time of the first unsaturated detection (MJD), or NaN where there is none.</summary>
    public static double FirstDetection(LightCurve lightCurve)
    {
        for (var i = 0; i < lightCurve.Length; i++)
        {
            if (lightCurve.Detected[i] && !lightCurve.Saturated[i])
            {
                return lightCurve.Mjd[i];
            }
        }

        return double.NaN;
    }

    /// <summary>Selects the observations of a window.</summary>
    /// <param name="lightCurve">The whole light curve.</param>
    /// <param name="day">Days after the first detection; from <see cref="WholeLightCurve"/> on, no limit.</param>
    /// <param name="rule">How the window ends.</param>
    /// <param name="indices">Receives the indices of the selected observations, ascending; as long as the light curve.</param>
    /// <returns>How many were selected; 0 where there is no detection.</returns>
    public static int Select(LightCurve lightCurve, double day, WindowRule rule, Span<int> indices)
    {
        if (day >= WholeLightCurve)
        {
            day = double.PositiveInfinity;
        }

        var first = FirstDetection(lightCurve);
        if (double.IsNaN(first))
        {
            return 0;
        }

        var count = 0;
        var end = 0;
        for (var i = 0; i < lightCurve.Length; i++)
        {
            var time = lightCurve.Mjd[i];
            if (lightCurve.Saturated[i] || time < first - DaysBefore)
            {
                continue;
            }

            var late = time - first > day;
            if (late && rule == WindowRule.Causal)
            {
                break;
            }

            if (!late)
            {
                indices[count++] = i;
            }

            if (lightCurve.Detected[i])
            {
                end = count;
            }
        }

        return end;
    }
}
