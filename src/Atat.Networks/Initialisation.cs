namespace Atat.Networks;

/// <summary>How weights start.</summary>
public enum Initialisation
{
    /// <summary>
    /// Linear weights uniform within the inverse square root of their inputs; class tokens N(0, 0.02^2); tabular vectors
    /// N(0, 1 / width); modulation tables N(0, 1 / harmonics); vectors of bands N(0, 1). Where the harmonics begin at 0 the constant scale is one, so that a
    /// token starts as its linear embedding plus a time-dependent part of the same size.
    /// </summary>
    Scaled = 0,

    /// <summary>Linear weights N(0, 0.02), tables and tokens N(0, 1): the published code's.</summary>
    Published = 1,
}
