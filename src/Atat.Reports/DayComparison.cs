using System.Collections.Immutable;
using Atat.Metrics;

namespace Atat.Reports;

/// <summary>Two classifiers on the same objects at one day.</summary>
/// <param name="Day">Days after the first detection.</param>
/// <param name="Objects">Labelled objects that both have a prediction for.</param>
/// <param name="MacroF1">First minus second.</param>
/// <param name="Accuracy">First minus second.</param>
/// <param name="McNemar">Objects that only one of them has right.</param>
/// <param name="Classes">Each class, in the order of the first classifier's outputs.</param>
public sealed record DayComparison(
    double Day,
    int Objects,
    PairedDifference MacroF1,
    PairedDifference Accuracy,
    McNemar McNemar,
    ImmutableArray<ClassComparison> Classes);
