using System.Collections.Immutable;
using Atat.Metrics;

namespace Atat.Reports.Studies;

/// <summary>What a study says of a claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Parts">Its days, or its classes.</param>
/// <param name="Verdict">Holds where all parts hold; does not hold where one does not.</param>
public sealed record ClaimResult(StudyClaim Claim, ImmutableArray<ClaimPart> Parts, Verdict Verdict)
{
    private const double Saturation = 128;

    internal static ClaimResult Of(StudyClaim claim, ChapterFourSummary summary, Contrasts contrasts)
    {
        var days = claim.Days switch
        {
            ClaimDays.All => summary.Days,
            ClaimDays.Early => [.. summary.Days.Where(day => day < Saturation)],
            _ => [summary.Whole],
        };
        ImmutableArray<ClaimPart> parts = [.. days.SelectMany(day => PartsOf(claim, day, summary, contrasts.Of(claim.First, claim.Second, day)))];
        return new ClaimResult(claim, parts, Combine([.. parts.Select(part => part.Verdict)]));
    }

    private static IEnumerable<ClaimPart> PartsOf(StudyClaim claim, double day, ChapterFourSummary summary, Contrast? contrast)
    {
        var whole = claim.Relative ? contrast?.RelativeMacroF1 : contrast?.MacroF1;
        return claim.Classes.IsEmpty
            ? [Part("", whole)]
            : claim.Classes.Select(name => Part(name, summary.Classes.IndexOf(name) is var k and >= 0 ? contrast?.ClassF1[k] : null));

        ClaimPart Part(string name, PairedDifference? difference)
        {
            var interval = difference?.Difference ?? new Interval(double.NaN, double.NaN, double.NaN);
            return new ClaimPart(day, name, interval, Decide(claim, interval));
        }
    }

    private static Verdict Decide(StudyClaim claim, Interval interval) =>
        double.IsNaN(interval.Low) || double.IsNaN(interval.Estimate) ? Verdict.NotMeasured
        : interval.Low > claim.Above && interval.High < claim.Below ? Verdict.Holds
        : interval.High < claim.Above || interval.Low > claim.Below ? Verdict.DoesNotHold
        : Verdict.Undecided;

    private static Verdict Combine(Verdict[] parts) =>
        parts.Contains(Verdict.DoesNotHold) ? Verdict.DoesNotHold
        : parts.Length == 0 || parts.Contains(Verdict.NotMeasured) ? Verdict.NotMeasured
        : parts.Contains(Verdict.Undecided) ? Verdict.Undecided
        : Verdict.Holds;
}
