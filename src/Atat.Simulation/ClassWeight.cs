namespace Atat.Simulation;

/// <summary>How often a class occurs.</summary>
/// <param name="Class">Name of the class, as in ELAsTiCC's taxonomy.</param>
/// <param name="Weight">Share of the objects, in any unit.</param>
public sealed record ClassWeight(string Class, double Weight);
