using System.Collections.Immutable;
using Atat.Reports.Studies;

namespace Atat.Reports.Representation;

/// <summary>Something that thesis chapter 3 says, and what this study says of it.</summary>
/// <param name="Letter">Its letter in the report.</param>
/// <param name="Text">What the thesis says, as a sentence with its measure.</param>
/// <param name="Source">Section and tables of the thesis.</param>
/// <param name="Parts">The comparisons that it stands on; empty where the study has none of its data sets.</param>
internal sealed record RepresentationFinding(char Letter, string Text, string Source, ImmutableArray<FindingPart> Parts)
{
    /// <summary>Holds where all parts hold; does not hold where one does not.</summary>
    public Verdict Verdict => Combine(part => part.Verdict);

    /// <summary>Whether the verdict needs scores of single runs: in one comparison of those that hold, or in all of those that do not.</summary>
    public bool IsOfSingleRuns => Verdict == Verdict.DoesNotHold
        ? Parts.Where(part => part.Verdict == Verdict.DoesNotHold).All(part => part.Here.IsOfSingleRuns)
        : Parts.Any(part => part.Here.IsOfSingleRuns);

    /// <summary>The verdict of other figures than this study's.</summary>
    public Verdict Combine(Func<FindingPart, Verdict> verdict)
    {
        Verdict[] verdicts = [.. Parts.Select(verdict)];
        return verdicts.Contains(Verdict.DoesNotHold) ? Verdict.DoesNotHold
            : verdicts.All(v => v == Verdict.NotMeasured) ? Verdict.NotMeasured
            : verdicts.All(v => v == Verdict.Holds) ? Verdict.Holds
            : Verdict.Undecided;
    }
}
