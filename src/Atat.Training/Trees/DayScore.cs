namespace Atat.Training.Trees;

/// <summary>How the validation fold is predicted at a day.</summary>
/// <param name="Day">Days after the first detection.</param>
/// <param name="MacroF1">Macro F1.</param>
/// <param name="Accuracy">Accuracy.</param>
public readonly record struct DayScore(double Day, double MacroF1, double Accuracy);
