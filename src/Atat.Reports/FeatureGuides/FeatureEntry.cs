using System.Collections.Immutable;
using Atat.Features;

namespace Atat.Reports.FeatureGuides;

/// <summary>A feature and the presets that have it with this very definition.</summary>
/// <param name="Family">Family it is computed with.</param>
/// <param name="Feature">What it is.</param>
/// <param name="Presets">Presets that have it.</param>
public sealed record FeatureEntry(FeatureFamily Family, FeatureDefinition Feature, ImmutableArray<FeaturePreset> Presets);
