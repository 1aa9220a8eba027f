namespace Atat.Features;

/// <summary>Which set of features, by which definitions.</summary>
public enum FeaturePreset
{
    /// <summary>The thesis's set (section 4.4.2): 429 features in six bands, of all observations.</summary>
    Thesis = 0,

    /// <summary>ALeRCE's later set: 419 features in six bands, most of them of detections only.</summary>
    Composite = 1,
}
