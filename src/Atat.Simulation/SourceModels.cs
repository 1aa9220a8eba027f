using System.Collections.Immutable;
using Atat.Simulation.Sources.Exotics;
using Atat.Simulation.Sources.Galactic;
using Atat.Simulation.Sources.Supernovae;

namespace Atat.Simulation;

/// <summary>Every model of the simulation, by fine label.</summary>
public static class SourceModels
{
    /// <summary>ELAsTiCC's 32 models.</summary>
    public static ImmutableArray<SourceModel> All { get; } = [.. SupernovaModels.All, .. ExoticModels.All, .. GalacticModels.All];
}
