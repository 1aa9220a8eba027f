namespace Atat.Features.SupernovaModel;

/// <summary>When a <see cref="BoundedMinimiser"/> stops.</summary>
/// <param name="Evaluations">Most evaluations of the function.</param>
/// <param name="Tolerance">Decrease, relative to the function's value, that is no longer worth a step.</param>
internal readonly record struct MinimiserLimits(int Evaluations, double Tolerance);
