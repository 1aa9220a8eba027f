using System.Collections.Immutable;

namespace Atat.Features;

/// <summary>Features that are computed together.</summary>
/// <param name="Name">Short name, as in tables and options.</param>
/// <param name="Description">What they measure, in one sentence.</param>
/// <param name="Source">Paper and section that they come from.</param>
/// <param name="Scope">What each is computed of.</param>
/// <param name="Features">The features in the order of their values.</param>
public sealed record FeatureFamily(string Name, string Description, string Source, FeatureScope Scope, ImmutableArray<FeatureDefinition> Features);
