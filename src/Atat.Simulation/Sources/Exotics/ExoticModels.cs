using System.Collections.Immutable;

namespace Atat.Simulation.Sources.Exotics;

/// <summary>Models of rare and strange transients, and of active galactic nuclei.</summary>
public static class ExoticModels
{
    /// <summary>All, by ELAsTiCC's labels.</summary>
    public static ImmutableArray<SourceModel> All { get; } =
    [
        new("SLSN-I+host", HostPopulation.Dwarf, 0.5, Superluminous.Draw),
        new("SLSN-I_no_host", HostPopulation.Dwarf, 0.5, Superluminous.Draw),
        new("PISN", HostPopulation.StarForming, 1, PairInstability.Draw),
        new("TDE", HostPopulation.Nucleus, 1, TidalDisruption.Draw),
        new("ILOT", HostPopulation.StarForming, 1, IntermediateLuminosity.Draw),
        new("CART", HostPopulation.Passive, 1, CalciumRich.Draw),
        new("KN_K17", HostPopulation.Any, 0.5, Kilonova.DrawKasen),
        new("KN_B19", HostPopulation.Any, 0.5, Kilonova.DrawBulla),
        new("AGN", HostPopulation.Nucleus, 1, ActiveNucleus.Draw),
    ];
}
