using System.Collections.Immutable;
using Atat.Metrics;

namespace Atat.Reports.Studies;

/// <summary>Two variants at one day, on the folds and objects that both have; scores are averaged over these folds.</summary>
public sealed record Contrast
{
    /// <summary>Days after the first detection.</summary>
    public required double Day { get; init; }

    /// <summary>Folds that both have, ascending.</summary>
    public required ImmutableArray<int> Folds { get; init; }

    /// <summary>Objects that both have.</summary>
    public required int Objects { get; init; }

    /// <summary>Macro F1 of the first variant.</summary>
    public required double First { get; init; }

    /// <summary>Macro F1 of the second.</summary>
    public required double Second { get; init; }

    /// <summary>First minus second; the interval is over objects.</summary>
    public required PairedDifference MacroF1 { get; init; }

    /// <summary>First over second, minus one.</summary>
    public required PairedDifference RelativeMacroF1 { get; init; }

    /// <summary>First minus second of each class, in the study's order; NaN where a class has no support.</summary>
    public required ImmutableArray<PairedDifference> ClassF1 { get; init; }

    /// <summary>Difference of macro F1 in each fold.</summary>
    public required ImmutableArray<double> FoldMacroF1 { get; init; }
}
