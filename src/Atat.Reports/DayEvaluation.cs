using System.Collections.Immutable;
using Atat.Metrics;

namespace Atat.Reports;

/// <summary>Everything that is measured at one day.</summary>
public sealed record DayEvaluation
{
    /// <summary>Days after the first detection.</summary>
    public required double Day { get; init; }

    /// <summary>Labelled objects with a prediction at this day.</summary>
    public required int Objects { get; init; }

    /// <summary>Counts, rows = truth.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>Unweighted mean F1 over the classes with support.</summary>
    public required Interval MacroF1 { get; init; }

    /// <summary>Unweighted mean precision over the classes with support.</summary>
    public required Interval MacroPrecision { get; init; }

    /// <summary>Unweighted mean recall over the classes with support; the balanced accuracy.</summary>
    public required Interval MacroRecall { get; init; }

    /// <summary>Share classified rightly.</summary>
    public required Interval Accuracy { get; init; }

    /// <summary>Unweighted mean of the one-vs-rest areas under the ROC curve; NaN where none is defined.</summary>
    public required Interval MacroAuc { get; init; }

    /// <summary>Mean -ln P[truth].</summary>
    public required Interval LogLoss { get; init; }

    /// <summary>Brier score, summed over classes, 0 … 2.</summary>
    public required Interval Brier { get; init; }

    /// <summary>Accuracy against confidence.</summary>
    public required Reliability Reliability { get; init; }

    /// <summary>Each class, in the order of <see cref="EvaluationSummary.Classes"/>.</summary>
    public required ImmutableArray<ClassEvaluation> Classes { get; init; }

    /// <summary>The most frequent confusions, strongest first.</summary>
    public required ImmutableArray<ConfusedPair> Confusions { get; init; }
}
