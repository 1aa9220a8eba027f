namespace Atat.Simulation;

/// <summary>Where sources of a class live, for the choice of a host galaxy.</summary>
public enum HostPopulation
{
    /// <summary>In the Milky Way: no host.</summary>
    None,

    /// <summary>Galaxies of every kind, by stellar mass and star formation, as type Ia supernovae (Sullivan et al. 2006).</summary>
    Any,

    /// <summary>Old and massive galaxies, often far out, as 91bg-like supernovae.</summary>
    Passive,

    /// <summary>Galaxies by their star formation, as core-collapse supernovae.</summary>
    StarForming,

    /// <summary>Faint, blue dwarf galaxies, as superluminous supernovae (Perley et al. 2016).</summary>
    Dwarf,

    /// <summary>The very centre of a galaxy, as active nuclei and tidal disruption events.</summary>
    Nucleus,
}
