namespace Atat.Features;

/// <summary>One value of an object's features.</summary>
/// <param name="Family">Family it is computed with.</param>
/// <param name="Feature">What it is.</param>
/// <param name="Band">Passband, or null for a feature of the object or of two bands.</param>
/// <param name="Name">Name of the column: the feature's, with the passband behind <c>_</c> where it has one.</param>
public sealed record FeatureColumn(FeatureFamily Family, FeatureDefinition Feature, string? Band, string Name);
