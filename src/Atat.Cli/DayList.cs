using System.Globalization;
using Atat.LightCurves;

namespace Atat.Cli;

/// <summary>Days after the first detection, as they stand on the command line.</summary>
internal static class DayList
{
    /// <summary>Reads days between commas; ascending, each once.</summary>
    /// <exception cref="InputException">One is no positive number.</exception>
    public static double[] Parse(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries).Select(Day).Distinct().Order()];

    private static double Day(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var day) && double.IsFinite(day) && day > 0
            ? day
            : throw new InputException($"Day '{text}' is no number of days; write 8,128,2048, for example.");
}
