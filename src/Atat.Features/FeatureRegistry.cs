using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Features;

/// <summary>Every feature there is, by preset.</summary>
public static class FeatureRegistry
{
    /// <summary>The families of a preset, in the order of their columns.</summary>
    public static ImmutableArray<FeatureFamily> Families(FeaturePreset preset)
    {
        _ = preset;
        return [];
    }

    /// <summary>The columns of a preset for a survey's passbands, in order.</summary>
    public static ImmutableArray<FeatureColumn> Columns(FeaturePreset preset, ImmutableArray<Passband> bands)
    {
        _ = (preset, bands);
        return [];
    }
}
