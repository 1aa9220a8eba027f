using System.Collections.Immutable;

namespace Atat.Formats.FeatureTables;

/// <summary>Which features a table holds, and how they were computed.</summary>
/// <param name="Survey">Name of the survey; null for a table that another program made.</param>
/// <param name="Preset">Name of the set of features and its definitions; null for a table that another program made.</param>
/// <param name="Published">Whether they were computed as the published code does.</param>
/// <param name="Features">Names of the features, in the order of the columns.</param>
public sealed record FeatureSet(string? Survey, string? Preset, bool Published, ImmutableArray<string> Features);
