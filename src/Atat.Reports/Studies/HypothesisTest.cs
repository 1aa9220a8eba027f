using System.Collections.Immutable;
using System.Globalization;
using Atat.Metrics;

namespace Atat.Reports.Studies;

/// <summary>
/// Tests hypothesis H2 (thesis section 1.3): light curves and tabular data together classify better than either alone. Paired bootstrap of macro F1
/// averaged over common folds, p-values Holm-corrected over all pairs and days.
/// </summary>
/// <param name="Rows">The family.</param>
/// <param name="Conclusion">What the rows say together, as sentences.</param>
public sealed record HypothesisTest(ImmutableArray<HypothesisRow> Rows, string Conclusion)
{
    private const double Level = 0.05;

    private static readonly ImmutableArray<(string First, string Second, bool BothAgainstOne)> Pairs =
    [
        (StudyKeys.LightCurveMetadata, StudyKeys.LightCurve, true),
        (StudyKeys.LightCurveMetadata, StudyKeys.Metadata, true),
        (StudyKeys.All, StudyKeys.MetadataFeatures, true),
        (StudyKeys.All, StudyKeys.LightCurveMetadata, false),
    ];

    internal static HypothesisTest Of(ChapterFourSummary summary, Contrasts contrasts)
    {
        // Metadata do not grow with the light curve: there is nothing that the augmentation could cut.
        var pairs = Pairs.Concat(Pairs.Select(pair => pair with { First = StudyKeys.WithMta(pair.First), Second = pair.Second == StudyKeys.Metadata ? pair.Second : StudyKeys.WithMta(pair.Second) }));
        HypothesisRow[] rows = [.. (from pair in pairs from day in summary.TableDays select (pair, day)).AsParallel().AsOrdered().Select(at => new HypothesisRow
        {
            First = at.pair.First,
            Second = at.pair.Second,
            Day = at.day,
            BothAgainstOne = at.pair.BothAgainstOne,
            Contrast = contrasts.Of(at.pair.First, at.pair.Second, at.day),
        })];
        var adjusted = Holm.Adjust([.. rows.Select(row => PValue(row.Contrast, summary.Options.Resamples))]);
        ImmutableArray<HypothesisRow> tested = [.. rows.Zip(adjusted, (row, p) => row with { AdjustedPValue = p, Finding = Find(row.Contrast, p) })];
        return new HypothesisTest(tested, Conclude(tested, summary));
    }

    // No bootstrap can show a p-value below what one more resample would give.
    private static double PValue(Contrast? contrast, int resamples) =>
        contrast is null ? double.NaN : Math.Max(contrast.MacroF1.PValue, 2.0 / (resamples + 1));

    private static Finding Find(Contrast? contrast, double p) => contrast is null ? Finding.NotMeasured
        : !(p < Level) ? Finding.NoDifference
        : contrast.MacroF1.Difference.Estimate > 0 ? Finding.Better
        : Finding.Worse;

    private static string Conclude(ImmutableArray<HypothesisRow> rows, ChapterFourSummary summary)
    {
        var both = rows.Where(row => row.BothAgainstOne).ToArray();
        HypothesisRow[] lightCurves = [.. both.Where(row => StudyKeys.WithoutMta(row.Second) == StudyKeys.LightCurve)], tabular = [.. both.Except(lightCurves)];
        var (better, worse, same, missing) = Count(both);
        var measured = better + worse + same;
        var verdict = measured == 0 ? "H2 cannot be decided: no variant with both kinds of data shares a fold with one that has one kind."
            : !lightCurves.Any(IsMade) ? $"H2 cannot be decided: nothing was measured against light curves alone. {Against("tabular data", tabular)}"
            : !tabular.Any(IsMade) ? $"H2 cannot be decided: nothing was measured against tabular data alone. {Against("light curves", lightCurves)}"
            : better == measured ? Text($"H2 holds: both kinds of data together do better than one alone in all {measured} comparisons.")
            : worse == 0 && better > 0 ? Text($"H2 holds in part: both kinds of data together do better than one alone in {better} of {measured} comparisons and are worse in none; no difference is shown for {List(both, Finding.NoDifference, summary)}.")
            : worse == 0 ? Text($"H2 is not shown: in none of {measured} comparisons do both kinds of data together differ significantly from one alone.")
            : Text($"H2 does not hold throughout: both kinds of data together do better than one alone in {better} of {measured} comparisons and worse in {worse}: {List(both, Finding.Worse, summary)}.");
        return verdict + (missing > 0 && measured > 0 ? Text($" {missing} more comparisons could not be made for want of runs.") : "") + Features([.. rows.Except(both)]);
    }

    private static bool IsMade(HypothesisRow row) => row.Finding != Finding.NotMeasured;

    private static string Against(string alone, HypothesisRow[] rows)
    {
        var (better, worse, same, _) = Count(rows);
        return Text($"Against {alone} alone, both kinds of data are better in {better}, worse in {worse} of {better + worse + same} comparisons.");
    }

    private static string Features(HypothesisRow[] rows)
    {
        var (better, worse, same, _) = Count(rows);
        return better + worse + same == 0 ? ""
            : Text($" Features added to light curves and metadata: better in {better}, worse in {worse}, no difference shown in {same} of {better + worse + same}.");
    }

    private static (int Better, int Worse, int Same, int Missing) Count(HypothesisRow[] rows)
    {
        int Of(Finding finding) => rows.Count(row => row.Finding == finding);
        return (Of(Finding.Better), Of(Finding.Worse), Of(Finding.NoDifference), Of(Finding.NotMeasured));
    }

    private static string List(HypothesisRow[] rows, Finding finding, ChapterFourSummary summary) => string.Join(
        ", ",
        rows.Where(row => row.Finding == finding).Select(row => Text($"{summary.Title(row.First)} against {summary.Title(row.Second)} at {row.Day} days")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
