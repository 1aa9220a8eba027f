using System.Collections.Immutable;

namespace Atat.Reports.Representation;

/// <summary>One band of a series, and what the autoencoder makes of it.</summary>
/// <param name="Name">Name of the passband; the letter it ends in gives its colour.</param>
/// <param name="Times">Times of the observations, 0 to 1, (N).</param>
/// <param name="Values">Observed values in the units of the series, (N).</param>
/// <param name="Errors">Standard deviations of the observations, (N); empty where not known.</param>
/// <param name="Grid">Times of the reconstruction, ascending and dense, (G).</param>
/// <param name="Mean">Mean of the reconstruction, (G).</param>
/// <param name="Deviation">Its estimated standard deviation, (G); empty where the network estimates none.</param>
public sealed record ReconstructionBand(
    string Name,
    ImmutableArray<double> Times,
    ImmutableArray<double> Values,
    ImmutableArray<double> Errors,
    ImmutableArray<double> Grid,
    ImmutableArray<double> Mean,
    ImmutableArray<double> Deviation);
