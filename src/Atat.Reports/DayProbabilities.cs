namespace Atat.Reports;

/// <summary>Two probabilities of an object at a day.</summary>
/// <param name="Day">Days after the first detection.</param>
/// <param name="Truth">Probability of the true class.</param>
/// <param name="Predicted">Probability of the class that it was given in the end.</param>
public readonly record struct DayProbabilities(double Day, double Truth, double Predicted);
