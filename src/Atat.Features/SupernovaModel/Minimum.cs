namespace Atat.Features.SupernovaModel;

/// <summary>What a <see cref="BoundedMinimiser"/> found.</summary>
/// <param name="Value">Least value of the function.</param>
/// <param name="Evaluations">Evaluations that it took.</param>
/// <param name="Damping">Damping at the end, with which to go on.</param>
internal readonly record struct Minimum(double Value, int Evaluations, double Damping);
