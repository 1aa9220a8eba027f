using System.Collections.Immutable;
using Atat.Features;

namespace Atat.Reports.FeatureGuides;

/// <summary>Words for what features are.</summary>
public static class FeatureText
{
    /// <summary>What a value is computed of, to stand in a table.</summary>
    public static string Of(FeatureScope scope) => scope switch
    {
        FeatureScope.Band => "band",
        FeatureScope.BandPair => "band pair",
        _ => "object",
    };

    /// <summary>What a value is computed of, as a sentence.</summary>
    public static string Sentence(FeatureScope scope) => scope switch
    {
        FeatureScope.Band => "One value for each passband.",
        FeatureScope.BandPair => "One value for each pair of neighbouring passbands.",
        _ => "One value for the object.",
    };

    /// <summary>Names of presets between commas.</summary>
    public static string Of(ImmutableArray<FeaturePreset> presets) => string.Join(", ", presets.Select(FeaturePresets.NameOf));
}
