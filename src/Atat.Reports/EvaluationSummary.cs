using System.Collections.Immutable;

namespace Atat.Reports;

/// <summary>What an evaluation found; the one object that every export and figure is made from.</summary>
public sealed record EvaluationSummary
{
    /// <summary>Class names in the order of the classifier's outputs, (K).</summary>
    public required ImmutableArray<string> Classes { get; init; }

    /// <summary>Labelled objects.</summary>
    public required int Objects { get; init; }

    /// <summary>Objects left out because they have no label.</summary>
    public required int Unlabelled { get; init; }

    /// <summary>Labels that are none of the classes, with the number of objects left out because of each.</summary>
    public required ImmutableArray<(string Label, int Objects)> UnknownLabels { get; init; }

    /// <summary>Scores at every day, ascending.</summary>
    public required ImmutableArray<DayScores> Days { get; init; }

    /// <summary>Class by class at the detail days, ascending; the last is the whole light curve.</summary>
    public required ImmutableArray<DayEvaluation> Details { get; init; }

    /// <summary>How the intervals were computed.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>What a reader should know before trusting the numbers, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The evaluation of the whole light curve: the largest day.</summary>
    public DayEvaluation Whole => Details[^1];
}
