using System.Collections.Immutable;

namespace Atat.Formats;

/// <summary>What an import did: printed after it, so that nothing is changed or left out in silence.</summary>
/// <param name="Objects">Objects in the catalog.</param>
/// <param name="Observations">Observations in the catalog.</param>
/// <param name="WithoutObservations">Objects of the catalog that have no observation.</param>
/// <param name="Unsorted">Objects whose observations stood out of time order and were sorted.</param>
/// <param name="Notes">What was left out or is worth a look, and how often; empty for a plain import.</param>
public sealed record ImportReport(
    int Objects,
    long Observations,
    int WithoutObservations,
    int Unsorted,
    ImmutableArray<ImportNote> Notes);
