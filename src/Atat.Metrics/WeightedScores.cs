namespace Atat.Metrics;

/// <summary>Computes scores of one resample.</summary>
/// <param name="counts">How often each object was drawn, (N); all 1 for the sample itself.</param>
/// <param name="scores">Receives the scores.</param>
public delegate void WeightedScores(ReadOnlySpan<int> counts, Span<double> scores);
