namespace Atat.Features.SupernovaModel;

/// <summary>How a <see cref="BoundedMinimiser"/> begins and when it stops.</summary>
/// <param name="Evaluations">Most evaluations of the function.</param>
/// <param name="Tolerance">Decrease, relative to the function's value, that is no longer worth a step.</param>
/// <param name="Damping">Damping of the first step, relative to the curvature.</param>
internal readonly record struct MinimiserLimits(int Evaluations, double Tolerance, double Damping = 0.1);
