using System.Globalization;
using Atat.Training.Studies;

namespace Atat.Cli.Studies;

/// <summary>Trains and evaluates the runs of a study, each in a process of its own, on one thread or more.</summary>
/// <param name="plan">The runs.</param>
/// <param name="folder">Where they stand.</param>
/// <param name="days">Days that they are evaluated at.</param>
/// <param name="threads">Threads of one run.</param>
/// <param name="device">Device of the networks.</param>
internal sealed class StudyRuns(StudyPlan plan, StudyFolder folder, string days, int threads, string device)
{
    /// <summary>Trains and evaluates a run, or goes on with it.</summary>
    /// <param name="job">The run.</param>
    /// <param name="left">Time left; null for no limit.</param>
    /// <param name="cancellation">Stops; the run can be gone on with.</param>
    public async Task<JobState> CarryOut(StudyJob job, TimeSpan? left, CancellationToken cancellation)
    {
        if (folder.IsDone(job))
        {
            return JobState.Done;
        }

        var run = folder.Run(job);
        var trained = job.Variant.Model != StudyModel.Network && run.Exists;
        var code = trained ? ExitCode.Done : await ChildProcess.Run(Training(job, left), folder.Log(job), cancellation).ConfigureAwait(false);
        if (code == ExitCode.Done)
        {
            string[] features = job.Variant.ReadsFeatures ? ["--features", plan.Features] : [];
            code = await ChildProcess.Run(
                ["evaluate", run.Path, "--data", plan.Catalog, "--days", days, "--out", run.Evaluation, .. features, .. Resources],
                folder.Log(job),
                cancellation).ConfigureAwait(false);
        }

        return ChildProcess.StateOf(code, cancellation);
    }

    private string Threads => threads.ToString(CultureInfo.InvariantCulture);

    private string[] Resources => ["--threads", Threads, "--device", device];

    private string[] Training(StudyJob job, TimeSpan? left)
    {
        var run = folder.Run(job);
        if (job.Variant.Model != StudyModel.Network)
        {
            return
            [
                "forest", "--data", plan.Catalog, "--features", plan.Features, "--run", run.Path, "--model", job.Variant.Model == StudyModel.Forest ? "hierarchical" : "boosted",
                "--seed", (1 + job.Fold).ToString(CultureInfo.InvariantCulture), "--set", $"data.validation_fold={job.Fold}", "--threads", Threads,
            ];
        }

        var config = folder.Write(job, plan.Network(job));
        var time = ChildProcess.TimeLimit(left);
        return run.Exists
            ? ["train", "--run", run.Path, "--resume", .. time, .. Resources]
            : ["train", "--config", config, "--run", run.Path, .. time, .. Resources];
    }
}
