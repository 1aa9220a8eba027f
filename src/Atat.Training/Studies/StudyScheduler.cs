using System.Diagnostics;

namespace Atat.Training.Studies;

/// <summary>Carries out the runs of a study, some at a time, until all are done or the budget is spent.</summary>
public static class StudyScheduler
{
    /// <summary>Runs jobs in their order.</summary>
    /// <typeparam name="TJob">What tells one run of a study.</typeparam>
    /// <param name="jobs">What is to be done.</param>
    /// <param name="nameOf">Name of a job, for messages.</param>
    /// <param name="workers">Jobs at a time.</param>
    /// <param name="budget">Time for all; null for no limit.</param>
    /// <param name="carryOut">Carries out a job within the time left, or goes on with it; may be called on several threads.</param>
    /// <param name="progress">Told of every job's beginning and end.</param>
    /// <param name="cancellation">Stops; jobs under way are told.</param>
    /// <returns>How every job ended, in the order of the jobs.</returns>
    public static async Task<IReadOnlyList<JobState>> Run<TJob>(
        IReadOnlyList<TJob> jobs,
        Func<TJob, string> nameOf,
        int workers,
        TimeSpan? budget,
        Func<TJob, TimeSpan?, CancellationToken, Task<JobState>> carryOut,
        IProgress<StudyProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var states = new JobState[jobs.Count];
        var clock = Stopwatch.StartNew();
        var next = -1;

        async Task Work()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < jobs.Count;)
            {
                var left = budget - clock.Elapsed;
                if (left <= TimeSpan.Zero || cancellation.IsCancellationRequested)
                {
                    return;
                }

                progress?.Report(new StudyProgress(nameOf(jobs[i]), JobState.Running, states.Count(s => s == JobState.Done), jobs.Count));
                states[i] = await carryOut(jobs[i], left, cancellation).ConfigureAwait(false);
                progress?.Report(new StudyProgress(nameOf(jobs[i]), states[i], states.Count(s => s == JobState.Done), jobs.Count));
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Max(1, workers)).Select(_ => Task.Run(Work, CancellationToken.None))).ConfigureAwait(false);
        return states;
    }
}
