using System.Collections.Immutable;

namespace Atat.Reports.Studies;

/// <summary>What a study found of one variant.</summary>
public sealed record VariantSummary
{
    /// <summary>The variant.</summary>
    public required StudyVariant Variant { get; init; }

    /// <summary>Its runs, by fold.</summary>
    public required ImmutableArray<StudyRun> Runs { get; init; }

    /// <summary>Scores by ascending day.</summary>
    public required ImmutableArray<VariantDay> Days { get; init; }

    /// <summary>Folds whose best validation score was in the last tenth of the training.</summary>
    public IEnumerable<int> StillImproving => Runs.Where(run => run.StillImproving).Select(run => run.Fold);

    /// <summary>Scores at a day; null where no run has any.</summary>
    public VariantDay? At(double day) => Days.FirstOrDefault(d => d.Day == day);

    /// <summary>Mean over the runs; NaN where a run lacks it.</summary>
    public double Mean(Func<StudyRun, double> value) => Runs.Average(value);
}
