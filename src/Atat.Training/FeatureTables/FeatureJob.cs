using System.Collections.Immutable;
using Atat.Features;

namespace Atat.Training.FeatureTables;

/// <summary>What features to compute, of what, and where to.</summary>
/// <param name="Catalog">Path of the catalog.</param>
/// <param name="Days">Days after the first detection; computed ascending, each once.</param>
/// <param name="Settings">Which features, and how.</param>
/// <param name="Out">Path of the table to write; CSV where it ends in <c>.csv</c>, otherwise Parquet.</param>
/// <param name="Threads">Threads to compute with; 0 for one a processor.</param>
public sealed record FeatureJob(string Catalog, ImmutableArray<double> Days, FeatureSettings Settings, string Out, int Threads = 0);
