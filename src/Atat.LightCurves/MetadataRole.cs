namespace Atat.LightCurves;

/// <summary>The part that a metadata column plays in computations beyond being an input.</summary>
public enum MetadataRole
{
    /// <summary>An input and nothing else.</summary>
    None = 0,

    /// <summary>Redshift, dimensionless.</summary>
    Redshift = 1,

    /// <summary>One standard deviation of the redshift.</summary>
    RedshiftError = 2,

    /// <summary>Milky Way reddening E(B-V) in magnitudes.</summary>
    MilkyWayReddening = 3,

    /// <summary>Period in days.</summary>
    Period = 4,
}
