using System.Globalization;
using Atat.Training.FeatureTables;

namespace Atat.Cli;

/// <summary>Shows how far a computation of features is, how fast, and how long it will take: on a terminal only, on a line that changes.</summary>
internal sealed class FeatureLog(Terminal terminal, TimeProvider time) : IProgress<FeatureProgress>
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private readonly long started = time.GetTimestamp();
    private long shown;

    /// <inheritdoc/>
    public void Report(FeatureProgress value)
    {
        if (value.Objects >= value.Total)
        {
            terminal.Update("writing");
        }
        else if (shown == 0 || time.GetElapsedTime(shown) >= Between)
        {
            shown = time.GetTimestamp();
            terminal.Update(Line(value, time.GetElapsedTime(started)));
        }
    }

    /// <summary>The line.</summary>
    /// <param name="value">How far it is.</param>
    /// <param name="elapsed">Since the beginning.</param>
    public static string Line(FeatureProgress value, TimeSpan elapsed)
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"features {(double)value.Objects / value.Total:P0}");
        var rate = (value.Objects - value.TakenOver) / elapsed.TotalSeconds;
        return rate > 0 && double.IsFinite(rate)
            ? string.Create(CultureInfo.InvariantCulture, $"{share}, {rate:N0} objects/s, {Left((value.Total - value.Objects) / rate)} left")
            : share;
    }

    private static string Left(double seconds) => seconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:F0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:F1} h"),
    };
}
