using System.Collections.Immutable;

namespace Atat.Reports.Comparisons;

/// <summary>What a comparison found of one run.</summary>
public sealed record ComparedScores
{
    /// <summary>The run.</summary>
    public required ComparedRun Run { get; init; }

    /// <summary>Labelled objects that it was evaluated on, common or not.</summary>
    public required int Evaluated { get; init; }

    /// <summary>Its scores on the common objects.</summary>
    public required EvaluationSummary Summary { get; init; }

    /// <summary>This run minus the first at the days that both have, ascending; empty for the first itself.</summary>
    public required ImmutableArray<DayComparison> AgainstFirst { get; init; }

    /// <summary>F1 class by class at the detail days that both have; empty for the first itself.</summary>
    public required ImmutableArray<ClassDifference> Classes { get; init; }
}
