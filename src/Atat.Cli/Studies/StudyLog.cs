using System.Diagnostics;
using System.Globalization;
using Atat.Training.Studies;

namespace Atat.Cli.Studies;

/// <summary>Says when a run of a study begins and ends, and how long all of them may take.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="workers">Runs at a time.</param>
internal sealed class StudyLog(Terminal terminal, int workers) : IProgress<StudyProgress>
{
    // A run that was done before ends at once, and tells nothing of the others.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Dictionary<string, TimeSpan> begun = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private TimeSpan spent;
    private int timed;

    /// <inheritdoc/>
    public void Report(StudyProgress value)
    {
        lock (gate)
        {
            if (value.State == JobState.Running)
            {
                begun[value.Name] = clock.Elapsed;
            }
            else if (begun.TryGetValue(value.Name, out var at) && clock.Elapsed - at is var took && took > Shortest)
            {
                (spent, timed) = (spent + took, timed + 1);
            }

            var left = timed == 0 ? "" : $", about {TrainingLog.Remaining(spent / timed * (value.Total - value.Done) / workers)} left";
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{value.Done}/{value.Total}  {value.Name}: {value.State.ToString().ToLowerInvariant()}  ({TrainingLog.Remaining(clock.Elapsed)}{left})"));
        }
    }

    /// <summary>Prints how many runs are done, and warns of each that failed.</summary>
    /// <param name="folder">Folder of the study.</param>
    /// <param name="runs">Name and log file of every run.</param>
    /// <param name="states">What became of them.</param>
    public void Summarise(string folder, IEnumerable<(string Name, string Log)> runs, IReadOnlyCollection<JobState> states)
    {
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{folder}: {states.Count(s => s == JobState.Done)} of {states.Count} runs done"));
        foreach (var ((name, log), state) in runs.Zip(states))
        {
            if (state == JobState.Failed)
            {
                terminal.Warn($"{name} failed; see {log}");
            }
        }
    }
}
