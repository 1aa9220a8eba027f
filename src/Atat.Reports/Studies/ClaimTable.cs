using System.Collections.Immutable;
using System.Globalization;
using Atat.Reports.Documents;

namespace Atat.Reports.Studies;

/// <summary>What the thesis says, its figure, ours, and the verdict.</summary>
internal static class ClaimTable
{
    private const int Listed = 3;

    public static TableBlock Of(ChapterFourSummary summary) => new()
    {
        Caption = "Differences of macro F1, or of a class's F1, averaged over common folds, with 95 % intervals of a paired bootstrap over test objects, not corrected for the number of claims. A claim holds where every day or class that it is about lies within what it says, and does not hold where one lies outside; it is undecided where an interval reaches across.",
        Head = ["claim", "section", "thesis", "here", "verdict"],
        TextColumns = [0, 1, 2, 3, 4],
        Rows = [.. summary.Claims.Select(Row)],
    };

    /// <summary>How many claims have each verdict, in a sentence.</summary>
    public static string Count(ChapterFourSummary summary)
    {
        int Of(Verdict verdict) => summary.Claims.Count(claim => claim.Verdict == verdict);
        return FormattableString.Invariant($"Of {summary.Claims.Length} claims: holding {Of(Verdict.Holds)}, not holding {Of(Verdict.DoesNotHold)}, undecided {Of(Verdict.Undecided)}, not measured {Of(Verdict.NotMeasured)}.");
    }

    /// <summary>A verdict in words.</summary>
    public static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.DoesNotHold => "does not hold",
        Verdict.Undecided => "undecided",
        _ => "not measured",
    };

    private static ImmutableArray<Cell> Row(ClaimResult result) =>
    [
        result.Claim.Text,
        result.Claim.Section,
        Thesis(result.Claim),
        Here(result),
        new Cell(Words(result.Verdict), result.Verdict is Verdict.Holds or Verdict.DoesNotHold),
    ];

    private static string Thesis(StudyClaim claim)
    {
        string[] names = claim.Classes.IsEmpty ? [ThesisScores.Macro] : [.. claim.Classes];
        var figures = from name in names
                      let difference = ThesisScores.F1(claim.First, name) - ThesisScores.F1(claim.Second, name)
                      where !double.IsNaN(difference)
                      select $"{(claim.Classes.IsEmpty ? "whole" : name)} {StudyText.Signed(difference)}";
        return claim.Thesis.Length > 0 ? claim.Thesis : string.Join(", ", figures) is { Length: > 0 } text ? text : "figure 4.3";
    }

    private static string Here(ClaimResult result)
    {
        var measured = result.Parts.Where(part => part.Verdict != Verdict.NotMeasured).ToArray();
        if (measured.Length == 0)
        {
            return StudyText.Missing;
        }

        if (measured.Length <= Listed || !result.Claim.Classes.IsEmpty)
        {
            return string.Join("; ", measured.Select(part => Part(result.Claim, part)));
        }

        var holding = measured.Count(part => part.Verdict == Verdict.Holds);
        var others = measured.Where(part => part.Verdict != Verdict.Holds).OrderByDescending(part => part.Verdict).ToArray();
        var range = $"{Number(result.Claim, measured.Min(part => part.Difference.Estimate))} … {Number(result.Claim, measured.Max(part => part.Difference.Estimate))}";
        return string.Create(CultureInfo.InvariantCulture, $"{range}; as claimed at {holding} of {measured.Length} days{(others.Length == 0 ? "" : "; not so or undecided: ")}{string.Join("; ", others.Take(Listed).Select(part => Part(result.Claim, part)))}{(others.Length > Listed ? "; …" : "")}");
    }

    private static string Part(StudyClaim claim, ClaimPart part) =>
        $"{(part.Class.Length > 0 ? part.Class : $"{StudyText.Day(part.Day)} d")} {Number(claim, part.Difference.Estimate)} ({Number(claim, part.Difference.Low)} … {Number(claim, part.Difference.High)})";

    private static string Number(StudyClaim claim, double value) =>
        claim.Relative ? StudyText.Signed(100 * value, 0) + " %" : StudyText.Signed(value);
}
