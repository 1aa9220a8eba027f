using System.Globalization;
using Atat.Formats.Files;
using Atat.Training.Representation;
using Atat.Training.Representation.Studies;
using Atat.Training.Studies;

namespace Atat.Cli.Studies;

/// <summary>Trains the autoencoders of a representation study, each in a process of its own.</summary>
/// <param name="plan">The runs.</param>
/// <param name="folder">Folder of the study: <c>runs/DATASET/VARIANT/run-K</c>, <c>configs/</c>, <c>logs/</c>, <c>report/</c>.</param>
/// <param name="threads">Threads of one run.</param>
/// <param name="device">Device of the networks.</param>
internal sealed class RepresentationRuns(RepresentationPlan plan, string folder, int threads, string device)
{
    /// <summary>Folder of the study.</summary>
    public string Folder => folder;

    /// <summary>Run folder of a job.</summary>
    public RepresentationRunFolder Run(RepresentationJob job) => new(Path.Combine(folder, job.Folder));

    /// <summary>Log of a job.</summary>
    public string Log(RepresentationJob job) => Path.Combine(folder, "logs", Flat(job) + ".log");

    /// <summary>Trains and scores a run, or goes on with it.</summary>
    /// <param name="job">The run.</param>
    /// <param name="left">Time left; null for no limit.</param>
    /// <param name="cancellation">Stops; the run can be gone on with.</param>
    public async Task<JobState> CarryOut(RepresentationJob job, TimeSpan? left, CancellationToken cancellation)
    {
        var config = Path.Combine(folder, "configs", Flat(job) + ".yaml");
        OutputFile.Write(config, beside => File.WriteAllText(beside, RepresentationConfigFile.Write(plan.Config(job))));
        string[] arguments = ["represent", "train", "--config", config, "--run", Run(job).Path, "--threads", threads.ToString(CultureInfo.InvariantCulture), "--device", device, .. ChildProcess.TimeLimit(left)];
        return ChildProcess.StateOf(await ChildProcess.Run(arguments, Log(job), cancellation).ConfigureAwait(false), cancellation);
    }

    private static string Flat(RepresentationJob job) => job.Folder["runs/".Length..].Replace(Path.DirectorySeparatorChar, '-');
}
