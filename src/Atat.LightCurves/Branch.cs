namespace Atat.LightCurves;

/// <summary>Top level of the taxonomy (thesis section 4.4.1).</summary>
public enum Branch
{
    /// <summary>Happens once: supernovae, kilonovae, tidal disruptions.</summary>
    Transient = 0,

    /// <summary>Varies without a period: active galaxies, flares, dwarf novae, microlensing.</summary>
    Stochastic = 1,

    /// <summary>Repeats: pulsating stars and eclipsing binaries.</summary>
    Periodic = 2,
}
