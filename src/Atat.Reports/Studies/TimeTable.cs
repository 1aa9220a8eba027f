using System.Collections.Immutable;
using Atat.Reports.Documents;

namespace Atat.Reports.Studies;

/// <summary>How long a classification takes (thesis table 4.2).</summary>
internal static class TimeTable
{
    /// <summary>The table and what follows from it; nothing where no time was measured.</summary>
    public static ImmutableArray<DocumentBlock> Of(StudyTimes times) => times.Steps.IsEmpty ? [] :
    [
        new TableBlock
        {
            Caption = "Milliseconds a whole light curve, on one thread"
                + (double.IsNaN(times.MachineRate) ? "." : $"; beside them the thread multiplied large single-precision matrices at {StudyText.Significant(times.MachineRate / 1e9)} GFLOP/s."),
            Head = ["step", "ms an object", "thesis, ms", "share of the matrix rate"],
            Rows = [.. times.Steps.Select(ImmutableArray<Cell> (step) =>
                [step.Step, StudyText.Significant(step.Milliseconds), StudyText.Significant(ThesisScores.Milliseconds(step.Key)), double.IsNaN(step.MatrixShare) ? StudyText.Missing : StudyText.Percent(step.MatrixShare)])],
        },
        .. Share(times),
    ];

    // The thesis's trade-off: what the network without features saves (section 4.5.4).
    private static IEnumerable<DocumentBlock> Share(StudyTimes times)
    {
        var (without, with) = (Of(times, ThesisScores.Variants[0]), Of(times, ThesisScores.Variants[1]));
        if (without is not null && with is not null && Of(times, StudyTime.FeatureComputation) is { } features)
        {
            var total = with.Milliseconds + features.Milliseconds;
            yield return new TextBlock($"With the computation of its features, {with.Step} takes {StudyText.Significant(total)} ms an object; {without.Step} takes {StudyText.Percent(1 - (without.Milliseconds / total))} less (thesis: 99.75 %).");
        }
    }

    private static StudyTime? Of(StudyTimes times, string key) => times.Steps.FirstOrDefault(step => step.Key == key);
}
