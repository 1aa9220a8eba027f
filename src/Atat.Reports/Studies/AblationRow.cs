using System.Collections.Immutable;

namespace Atat.Reports.Studies;

/// <summary>A variant that differs from the reference network in one thing, at one day.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Contrast">Variant minus reference.</param>
public sealed record AblationRow(StudyVariant Variant, Contrast Contrast)
{
    internal static ImmutableArray<AblationRow> Of(ChapterFourSummary summary, Contrasts contrasts) => summary.Reference is not { } reference ? [] :
    [
        .. (from v in summary.Variants
            where v.Variant.Panel is StudyPanel.Ablation or StudyPanel.Imbalance
            from day in summary.TableDays
            select (v.Variant, day)).AsParallel().AsOrdered()
            .Select(at => (at.Variant, Contrast: contrasts.Of(at.Variant.Key, reference.Variant.Key, at.day)))
            .Where(at => at.Contrast is not null)
            .Select(at => new AblationRow(at.Variant, at.Contrast!)),
    ];
}
