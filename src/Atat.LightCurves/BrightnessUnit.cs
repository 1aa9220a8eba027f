namespace Atat.LightCurves;

/// <summary>What the numbers called flux in a catalog are.</summary>
public enum BrightnessUnit
{
    /// <summary>Linear flux (difference or total) with the schema's zero point; SNANA's FLUXCAL has 27.5.</summary>
    Flux = 0,

    /// <summary>Magnitudes: larger is fainter.</summary>
    Magnitude = 1,
}
