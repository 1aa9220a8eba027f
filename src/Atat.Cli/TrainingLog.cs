using System.Globalization;
using Atat.Training;

namespace Atat.Cli;

/// <summary>Shows a run's progress: one line an evaluation that survives in logs, and on a terminal a line that changes in between.</summary>
internal sealed class TrainingLog(Terminal terminal) : IProgress<TrainingProgress>
{
    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        var steps = string.Create(CultureInfo.InvariantCulture, $"step {value.Step,7:N0}/{value.Steps:N0}");
        var pace = string.Create(CultureInfo.InvariantCulture, $"{value.ObjectsPerSecond,7:N0} objects/s  {Remaining(value.Remaining)} left");
        if (value.Evaluation is { } line)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{steps}  loss {line.Loss:F4}  validation loss {line.ValidationLoss:F4}  accuracy {line.ValidationAccuracy:F4}  F1 {line.ValidationMacroF1:F4} {(value.IsBest ? '▲' : ' ')}  {pace}"));
        }
        else
        {
            terminal.Update(string.Create(CultureInfo.InvariantCulture, $"{steps}  loss {value.Loss:F4}  {pace}"));
        }
    }

    /// <summary>A length of time in words.</summary>
    public static string Remaining(TimeSpan time) => time switch
    {
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:F1} h"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:F0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s"),
    };
}
