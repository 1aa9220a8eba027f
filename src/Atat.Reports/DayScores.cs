using Atat.Metrics;

namespace Atat.Reports;

/// <summary>Scores of all objects at one day.</summary>
/// <param name="Day">Days after the first detection.</param>
/// <param name="Objects">Labelled objects with a prediction at this day.</param>
/// <param name="MacroF1">Unweighted mean F1 over the classes with support.</param>
/// <param name="Accuracy">Share classified rightly.</param>
public sealed record DayScores(double Day, int Objects, Interval MacroF1, Interval Accuracy);
