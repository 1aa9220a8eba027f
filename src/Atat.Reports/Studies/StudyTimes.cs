using System.Collections.Immutable;

namespace Atat.Reports.Studies;

/// <summary>Times of table 4.2, and what the machine could do while they were measured.</summary>
public sealed record StudyTimes
{
    /// <summary>The steps; empty where nothing was measured.</summary>
    public ImmutableArray<StudyTime> Steps { get; init; } = [];

    /// <summary>Floating-point operations a second of one thread in products of large single-precision matrices; NaN where not measured.</summary>
    public double MachineRate { get; init; } = double.NaN;
}
