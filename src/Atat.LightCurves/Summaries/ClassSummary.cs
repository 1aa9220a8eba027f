namespace Atat.LightCurves.Summaries;

/// <summary>The objects of one class.</summary>
/// <param name="Name">Class; null for objects without a label that the taxonomy knows.</param>
/// <param name="Objects">All of them.</param>
/// <param name="Train">Those for training and validation.</param>
/// <param name="Test">Those for the final test.</param>
/// <param name="MedianObservations">Median number of observations.</param>
public sealed record ClassSummary(string? Name, int Objects, int Train, int Test, double MedianObservations);
