using System.Collections.Immutable;

namespace Atat.Reports;

/// <summary>An object taken for another class.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Probability">Probability of the class it was given.</param>
/// <param name="Track">How both probabilities came about, by day.</param>
public sealed record ConfusedObject(string Id, double Probability, ImmutableArray<DayProbabilities> Track);
