using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Reports;

/// <summary>What a report tells beside the scores; all of it may be left out.</summary>
public sealed record ReportContext
{
    /// <summary>Name of the run.</summary>
    public required string RunName { get; init; }

    /// <summary>What the model is, in one line: kind, inputs, parameters.</summary>
    public string Model { get; init; } = "";

    /// <summary>Hash of the data evaluated on.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>When the evaluation was made.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The command that made it.</summary>
    public string Command { get; init; } = "";

    /// <summary>Version of the program that made it.</summary>
    public string ProgramVersion { get; init; } = "";

    /// <summary>The run's configuration as YAML.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>The run's evaluations while training, in order.</summary>
    public ImmutableArray<TrainingPoint> Training { get; init; } = [];

    /// <summary>Taxonomy of the classes: confusion matrices draw lines between its branches. Null: the catalog's.</summary>
    public Taxonomy? Taxonomy { get; init; }

    /// <summary>Light curves of the objects, for examples of confusions; null: no examples.</summary>
    public Catalog? Catalog { get; init; }

    /// <summary>Other runs' scores by day, drawn beside this run's.</summary>
    public ImmutableArray<NamedCurve> OtherRuns { get; init; } = [];

    /// <summary>Notes of others (validators of the data, say), shown before the evaluation's own.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
