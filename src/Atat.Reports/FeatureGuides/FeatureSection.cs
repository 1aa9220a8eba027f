using System.Collections.Immutable;
using Atat.Features;

namespace Atat.Reports.FeatureGuides;

/// <summary>The features of a family in all presets that have it.</summary>
/// <param name="Family">The family, as the first of its presets has it.</param>
/// <param name="Presets">Presets that have it.</param>
/// <param name="Entries">Its features; those of the first preset in their order, then what others have beside them.</param>
public sealed record FeatureSection(FeatureFamily Family, ImmutableArray<FeaturePreset> Presets, ImmutableArray<FeatureEntry> Entries)
{
    /// <summary>Whether every preset of the family has every feature of it.</summary>
    public bool IsUniform => Entries.All(e => e.Presets.Length == Presets.Length);
}
