using System.Collections.Immutable;

namespace Atat.Reports.Representation;

/// <summary>What the report of a representation study tells beside the scores.</summary>
public sealed record RepresentationContext
{
    /// <summary>The data sets; those of runs that are not named here stand under the runs' name.</summary>
    public ImmutableArray<RepresentationData> Data { get; init; } = [];

    /// <summary>The command that made the study.</summary>
    public string Command { get; init; } = "";

    /// <summary>Version of the program that made it.</summary>
    public string ProgramVersion { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>What a reader should know of the study, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Title of a data set.</summary>
    internal string Title(string dataset) => Data.FirstOrDefault(data => data.Name == dataset)?.Title ?? RepresentationNames.Title(dataset);
}
