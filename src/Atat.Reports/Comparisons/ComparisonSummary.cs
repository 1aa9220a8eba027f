using System.Collections.Immutable;

namespace Atat.Reports.Comparisons;

/// <summary>What a comparison of runs found; the one object that its tables and figures are made from.</summary>
public sealed record ComparisonSummary
{
    /// <summary>The runs, the one that the others are compared with first.</summary>
    public required ImmutableArray<ComparedScores> Runs { get; init; }

    /// <summary>Labelled objects that all runs were evaluated on.</summary>
    public required int Objects { get; init; }

    /// <summary>Settings that are not the same in all runs, with each run's value; null where a run has no such setting.</summary>
    public required ImmutableArray<(string Key, ImmutableArray<string?> Values)> Configuration { get; init; }

    /// <summary>How intervals were computed.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>What a reader should know before trusting the numbers, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The run that the others are compared with.</summary>
    public ComparedScores First => Runs[0];

    /// <summary>Names of the classes, (K).</summary>
    public ImmutableArray<string> Classes => First.Summary.Classes;
}
