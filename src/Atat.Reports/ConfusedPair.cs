using System.Collections.Immutable;

namespace Atat.Reports;

/// <summary>Objects of one class taken for another.</summary>
/// <param name="Truth">The true class.</param>
/// <param name="Predicted">The class they were given.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">Of the objects of the true class, 0 … 1.</param>
/// <param name="Examples">Those that were given the wrong class with the highest probability.</param>
public sealed record ConfusedPair(string Truth, string Predicted, long Count, double Share, ImmutableArray<ConfusedObject> Examples);
