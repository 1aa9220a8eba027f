using Atat.Metrics;

namespace Atat.Reports;

/// <summary>F1 of one class by two classifiers.</summary>
/// <param name="Name">Name of the class.</param>
/// <param name="F1">First minus second; NaN where the class has no support.</param>
public sealed record ClassComparison(string Name, PairedDifference F1);
