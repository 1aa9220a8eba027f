using System.Runtime.InteropServices;
using Atat.Training.Configuration;

namespace Atat.Training.Runs;

/// <summary>Where a run comes from: <c>run.json</c>.</summary>
public sealed record RunInfo
{
    /// <summary>Version of the folder's layout that this program writes.</summary>
    public const int Format = 1;

    /// <summary>Version of the folder's layout.</summary>
    public int FormatVersion { get; init; } = Format;

    /// <summary>What kind of model it is; networks where the file does not say.</summary>
    public ModelKind Model { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>Command line.</summary>
    public required string Command { get; init; }

    /// <summary>SHA-256 of the catalog file, hexadecimal.</summary>
    public required string DataHash { get; init; }

    /// <summary>SHA-256 of the table of features, hexadecimal; empty without features.</summary>
    public string FeaturesHash { get; init; } = "";

    /// <summary>Machine and operating system.</summary>
    public required string Host { get; init; }

    /// <summary>Seed of everything random.</summary>
    public required int Seed { get; init; }

    /// <summary>Device that it was trained on.</summary>
    public required string Device { get; init; }

    /// <summary>Threads of one operation.</summary>
    public required int Threads { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Objects trained on.</summary>
    public int TrainingObjects { get; init; }

    /// <summary>Objects validated on.</summary>
    public int ValidationObjects { get; init; }

    /// <summary>Learned values of a network; values that trees hold.</summary>
    public long Parameters { get; init; }

    /// <summary>Seconds of training so far, evaluations included, over all resumptions.</summary>
    public double TrainingSeconds { get; init; }

    /// <summary>A run that begins: what does not depend on the kind of its model.</summary>
    internal static RunInfo Of(IRunConfig config, TrainerOptions options, TrainingSplit split, string device, int threads, DateTimeOffset started) => new()
    {
        ProgramVersion = options.ProgramVersion,
        Command = options.Command,
        DataHash = options.DataHash,
        FeaturesHash = options.FeaturesHash,
        Host = $"{Environment.MachineName}, {RuntimeInformation.OSDescription}",
        Seed = config.Seed,
        Device = device,
        Threads = threads,
        Started = started,
        TrainingObjects = split.Training.Length,
        ValidationObjects = split.Validation.Length,
    };
}
