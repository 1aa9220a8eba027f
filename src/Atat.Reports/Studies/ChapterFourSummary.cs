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

    /// <summary>How intervals were computed.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>What a reader should know before trusting the numbers, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The largest day.</summary>
    public double Whole => Days[^1];

    /// <summary>Days of the tables: 8, 128 and the whole light curve, where the study has them.</summary>
    public ImmutableArray<double> TableDays => [.. Options.DetailDays.Where(day => Days.Contains(day) && day < Whole), Whole];

    /// <summary>A variant by its key; null where it has no run.</summary>
    public VariantSummary? Find(string key) => Variants.FirstOrDefault(v => v.Variant.Key == key);
}
