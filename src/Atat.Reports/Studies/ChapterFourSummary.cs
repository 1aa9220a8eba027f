using System.Collections.Immutable;

namespace Atat.Reports.Studies;

/// <summary>What a study of chapter 4 found; the one object that every table and figure is made from.</summary>
public sealed record ChapterFourSummary
{
    /// <summary>Class names, (K).</summary>
    public required ImmutableArray<string> Classes { get; init; }

    /// <summary>Days reported, ascending; the last is the whole light curve.</summary>
    public required ImmutableArray<double> Days { get; init; }

    /// <summary>The variants that have a run, in the study's order.</summary>
    public required ImmutableArray<VariantSummary> Variants { get; init; }

    /// <summary>The variants that have none.</summary>
    public required ImmutableArray<StudyVariant> Missing { get; init; }

    /// <summary>Hypothesis H2.</summary>
    public required HypothesisTest Hypothesis { get; init; }

    /// <summary>What the thesis says, and what this study says of it.</summary>
    public required ImmutableArray<ClaimResult> Claims { get; init; }

    /// <summary>Variants with another part or another treatment of rare classes, against the first headline network, at <see cref="TableDays"/>.</summary>
    public required ImmutableArray<AblationRow> Ablations { get; init; }

    /// <summary>How intervals were computed.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>What a reader should know before trusting the numbers, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The largest day.</summary>
    public double Whole => Days[^1];

    /// <summary>Days of the tables: 8, 128 and the whole light curve, where the study has them.</summary>
    public ImmutableArray<double> TableDays => [.. Options.DetailDays.Where(day => Days.Contains(day) && day < Whole), Whole];

    /// <summary>The network that ablations are compared with: the first headline variant that is no tree; null where it has no run.</summary>
    public VariantSummary? Reference => Variants.FirstOrDefault(v => v.Variant.Headline && v.Variant.Panel != StudyPanel.Trees);

    /// <summary>Title of a variant, measured or not; its key where the study does not know it.</summary>
    public string Title(string key) => Variants.Select(v => v.Variant).Concat(Missing).FirstOrDefault(v => v.Key == key)?.Title ?? key;

    /// <summary>A variant by its key; null where it has no run.</summary>
    public VariantSummary? Find(string key) => Variants.FirstOrDefault(v => v.Variant.Key == key);
}
