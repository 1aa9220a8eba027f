using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Reports.Studies;

/// <summary>What a study's report tells beside the scores.</summary>
public sealed record StudyContext
{
    /// <summary>Name of the catalog.</summary>
    public required string Catalog { get; init; }

    /// <summary>SHA-256 of the catalog file, hexadecimal.</summary>
    public string CatalogHash { get; init; } = "";

    /// <summary>Objects of each class in training and test; empty where not known.</summary>
    public ImmutableArray<StudyClass> Classes { get; init; } = [];

    /// <summary>Days to report, ascending, the last being the whole light curve; empty: all that the runs have.</summary>
    public ImmutableArray<double> Days { get; init; } = [];

    /// <summary>The command that made the study.</summary>
    public string Command { get; init; } = "";

    /// <summary>Version of the program that made it.</summary>
    public string ProgramVersion { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>What a reader should know of the study, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Taxonomy of the classes: their order, and the branches that confusion matrices divide. Null: the classifiers' order.</summary>
    public Taxonomy? Taxonomy { get; init; }
}
