namespace Atat.Training;

/// <summary>How a run is carried out, as opposed to what it trains.</summary>
public sealed record TrainerOptions
{
    /// <summary>Device: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, <c>mps</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Threads of one operation; 0 for as many as the machine has.</summary>
    public int Threads { get; init; }

    /// <summary>Go on from the run's checkpoint.</summary>
    public bool Resume { get; init; }

    /// <summary>Command line, for the record.</summary>
    public string Command { get; init; } = "";

    /// <summary>Version of the program, for the record.</summary>
    public string ProgramVersion { get; init; } = "";

    /// <summary>SHA-256 of the catalog file, for the record.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>SHA-256 of the table of features, for the record; empty without features.</summary>
    public string FeaturesHash { get; init; } = "";
}
