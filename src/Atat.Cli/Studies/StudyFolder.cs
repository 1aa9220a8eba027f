using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Training.Configuration;
using Atat.Training.Runs;
using Atat.Training.Studies;

namespace Atat.Cli.Studies;

/// <summary>The folder of a study: <c>runs/VARIANT/fold-K</c>, <c>configs/</c>, <c>logs/</c> and <c>report/</c>.</summary>
/// <param name="Path">The folder.</param>
internal sealed record StudyFolder(string Path)
{
    /// <summary>Where the report goes.</summary>
    public string Report => System.IO.Path.Combine(Path, "report");

    /// <summary>Run folder of a job.</summary>
    public RunFolder Run(StudyJob job) => new(System.IO.Path.Combine(Path, job.Folder));

    /// <summary>Log of a job.</summary>
    public string Log(StudyJob job) => System.IO.Path.Combine(Path, "logs", Flat(job) + ".log");

    /// <summary>Whether a job is trained and evaluated.</summary>
    public bool IsDone(StudyJob job) => File.Exists(System.IO.Path.Combine(Run(job).Evaluation, "predictions.parquet"));

    /// <summary>Writes the configuration that a job is begun with.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="InputException">The run was begun with another one.</exception>
    public string Write(StudyJob job, TrainingConfig config)
    {
        RequireSame(job, config);
        var path = System.IO.Path.Combine(Path, "configs", Flat(job) + ".yaml");
        OutputFile.Write(path, beside => File.WriteAllText(beside, ConfigFile.Write(config)));
        return path;
    }

    /// <summary>Makes sure that a run, where it was begun, was begun with a configuration.</summary>
    /// <exception cref="InputException">It was begun with another one.</exception>
    public void RequireSame(StudyJob job, TrainingConfig config)
    {
        if (Run(job).Exists && !string.Equals(ConfigFile.Write(Run(job).ReadConfig()), ConfigFile.Write(config), StringComparison.Ordinal))
        {
            throw new InputException($"{Run(job).Path} was begun with other settings than this study has now; use the options of before, or another --out.");
        }
    }

    private static string Flat(StudyJob job) => job.Folder["runs/".Length..].Replace(System.IO.Path.DirectorySeparatorChar, '-');
}
