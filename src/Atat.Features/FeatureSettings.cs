namespace Atat.Features;

/// <summary>How features are computed.</summary>
public sealed record FeatureSettings
{
    /// <summary>Which features.</summary>
    public FeaturePreset Preset { get; init; }

    /// <summary>
    /// As the published code computes them: the period search and the Mexican-hat power in single precision, and the supernova model with the
    /// switch that its objective inverts. Otherwise everything is in double precision and the model is the intended one.
    /// </summary>
    public bool Published { get; init; }
}
