using System.Collections.Immutable;

namespace Atat.Reports.Studies;

/// <summary>A run and what it predicts, by ascending day.</summary>
internal sealed record StudyFold(StudyRun Run, ImmutableArray<StudyDay> Days)
{
    /// <summary>What it predicts at a day; null where it has nothing at that day.</summary>
    public StudyDay? At(double day) => Days.FirstOrDefault(d => d.Day == day);
}
