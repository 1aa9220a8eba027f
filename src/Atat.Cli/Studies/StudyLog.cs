using System.Diagnostics;
using System.Globalization;
using Atat.Training.Studies;

namespace Atat.Cli.Studies;

/// <summary>Says when a run of a study begins and ends, and how long the rest may take.</summary>
internal sealed class StudyLog(Terminal terminal) : IProgress<StudyProgress>
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private int alreadyDone = -1;

    /// <inheritdoc/>
    public void Report(StudyProgress value)
    {
        lock (gate)
        {
            if (alreadyDone < 0)
            {
                alreadyDone = value.Done;
            }

            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{value.Done}/{value.Total}  {value.Job.Name}: {value.State.ToString().ToLowerInvariant()}  ({TrainingLog.Remaining(clock.Elapsed)})"));
        }
    }
}
