namespace Atat.Training.FeatureTables;

/// <summary>How far a computation of features is.</summary>
/// <param name="Objects">Objects that are done, with those taken over.</param>
/// <param name="TakenOver">Objects taken over from a computation that was interrupted.</param>
/// <param name="Total">Objects of the catalog.</param>
public readonly record struct FeatureProgress(long Objects, long TakenOver, long Total);
