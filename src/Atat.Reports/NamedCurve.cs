using System.Collections.Immutable;

namespace Atat.Reports;

/// <summary>Scores by day of a named run.</summary>
/// <param name="Name">Name of the run.</param>
/// <param name="Days">Scores, by ascending day.</param>
public sealed record NamedCurve(string Name, ImmutableArray<DayScores> Days)
{
    /// <summary>Colour as hex; null: the next of the project's colours.</summary>
    public string? Colour { get; init; }

    /// <summary>Whether the line is dashed.</summary>
    public bool Dashed { get; init; }
}
