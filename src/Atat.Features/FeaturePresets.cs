using System.Collections.Immutable;

namespace Atat.Features;

/// <summary>The presets' names, as options and files have them.</summary>
public static class FeaturePresets
{
    /// <summary>All names, in the order of <see cref="FeaturePreset"/>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<FeaturePreset>().Select(NameOf)];

    /// <summary>Name of a preset.</summary>
    public static string NameOf(FeaturePreset preset) => preset.ToString().ToLowerInvariant();

    /// <summary>The preset of a name; the first for none or an unknown one.</summary>
    public static FeaturePreset Of(string? name) => (FeaturePreset)Math.Max(0, name is null ? 0 : Names.IndexOf(name));
}
