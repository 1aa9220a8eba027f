namespace Atat.Features;

/// <summary>What a feature is computed of.</summary>
public enum FeatureScope
{
    /// <summary>One value for each passband.</summary>
    Band = 0,

    /// <summary>One value for each pair of neighbouring passbands.</summary>
    BandPair = 1,

    /// <summary>One value for the object.</summary>
    Object = 2,
}
