namespace Atat.Networks;

/// <summary>How weights start.</summary>
public enum Initialisation
{
    /// <summary>
    /// Linear weights uniform within the inverse square root of their inputs; tokens and tabular vectors N(0, 0.02); modulation
    /// tables N(0, 1 / harmonics), with a constant scale of one, so that a token starts as its linear embedding plus a
    /// time-dependent part of the same size.
    /// </summary>
    Scaled = 0,

    /// <summary>Linear weights N(0, 0.02), tables and tokens N(0, 1): the published code's.</summary>
    Published = 1,
}
