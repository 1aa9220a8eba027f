using System.Collections.Immutable;
using Atat.Reports.Documents;
using Atat.Reports.Studies;

namespace Atat.Reports.Representation;

/// <summary>What the thesis says and what is found here: verdicts, and the figures behind them.</summary>
internal static class RepresentationFindingTables
{
    /// <summary>The verdicts.</summary>
    public static TableBlock Verdicts(ImmutableArray<RepresentationFinding> findings) => new()
    {
        Caption = "A finding holds where all its comparisons hold, and does not hold where one does not. A comparison is undecided where a row that it needs has no run, or where a bound lies within its range: two standard errors, from the deviation over runs, or over rows for a mean over rows; for rank correlations, what it becomes with any one row left out. The score of a single run has no range and is taken as exact: a verdict that needs one is marked.",
        Head = ["", "finding", "thesis", "comparisons that hold", "verdict"],
        TextColumns = [0, 1, 2, 4],
        Rows = [.. findings.Select(Row)],
    };

    /// <summary>The comparisons of the findings; null where none is measured.</summary>
    public static TableBlock? Parts(ImmutableArray<RepresentationFinding> findings) => findings.All(finding => finding.Parts.IsEmpty) ? null : new TableBlock
    {
        Caption = "The comparisons: percent, and points of percent where signed.",
        Head = ["", "of", "thesis", "here", "verdict"],
        TextColumns = [0, 1, 2, 3, 4],
        Rows =
        [
            .. from finding in findings
               from part in finding.Parts
               select (ImmutableArray<Cell>)[Letter(finding), part.Where, Text(part.Thesis), Text(part.Here), Verdict(part.Verdict, part.Here.IsOfSingleRuns)],
        ],
    };

    /// <summary>How many findings have each verdict, in a sentence.</summary>
    public static string Count(ImmutableArray<RepresentationFinding> findings)
    {
        int Of(Verdict verdict) => findings.Count(finding => finding.Verdict == verdict);
        return FormattableString.Invariant($"Of {findings.Length} findings of the thesis: holding here {Of(Studies.Verdict.Holds)}, not holding {Of(Studies.Verdict.DoesNotHold)}, undecided {Of(Studies.Verdict.Undecided)}, not measured {Of(Studies.Verdict.NotMeasured)}.");
    }

    private static ImmutableArray<Cell> Row(RepresentationFinding finding) =>
    [
        Letter(finding),
        finding.Text,
        finding.Source,
        FormattableString.Invariant($"{finding.Parts.Count(part => part.Verdict == Studies.Verdict.Holds)} of {finding.Parts.Length}"),
        Verdict(finding.Verdict, finding.IsOfSingleRuns),
    ];

    private static string Letter(RepresentationFinding finding) => $"({finding.Letter})";

    private static string Text(FindingFigure figure) => figure.Text.Length > 0 ? figure.Text : StudyText.Missing;

    private static Cell Verdict(Verdict verdict, bool single)
    {
        var decided = verdict is Studies.Verdict.Holds or Studies.Verdict.DoesNotHold;
        return new(ClaimTable.Words(verdict) + (decided && single ? " (single runs)" : ""), decided);
    }
}
