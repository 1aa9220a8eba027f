namespace Atat.Simulation;

/// <summary>The time that a survey watches the sky.</summary>
/// <param name="Start">MJD of the first possible visit.</param>
/// <param name="End">MJD of the last possible visit.</param>
public readonly record struct Timeline(double Start, double End);
