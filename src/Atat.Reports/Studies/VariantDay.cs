using System.Collections.Immutable;
using Atat.Metrics;

namespace Atat.Reports.Studies;

/// <summary>A variant at one day.</summary>
public sealed record VariantDay
{
    /// <summary>Days after the first detection.</summary>
    public required double Day { get; init; }

    /// <summary>Labelled objects with a prediction in any fold.</summary>
    public required int Objects { get; init; }

    /// <summary>Folds with predictions at this day, ascending.</summary>
    public required ImmutableArray<int> Folds { get; init; }

    /// <summary>Macro F1 of each of these folds.</summary>
    public required ImmutableArray<double> FoldMacroF1 { get; init; }

    /// <summary>Counts, rows = truth, summed over folds.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>Share classified rightly.</summary>
    public required StudyScore Accuracy { get; init; }

    /// <summary>Unweighted mean over the classes with support.</summary>
    public required ClassStudyScores Macro { get; init; }

    /// <summary>Each class, in the study's order.</summary>
    public required ImmutableArray<ClassStudyScores> Classes { get; init; }
}
