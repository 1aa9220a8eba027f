using System.Diagnostics;
using System.Globalization;
using Atat.Training.Studies;

namespace Atat.Cli.Studies;

/// <summary>Says when a run of a study begins and ends.</summary>
internal sealed class StudyLog(Terminal terminal) : IProgress<StudyProgress>
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public void Report(StudyProgress value)
    {
        lock (gate)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{value.Done}/{value.Total}  {value.Job.Name}: {value.State.ToString().ToLowerInvariant()}  ({TrainingLog.Remaining(clock.Elapsed)})"));
        }
    }
}
