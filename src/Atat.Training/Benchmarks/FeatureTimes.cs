using System.Collections.Immutable;

namespace Atat.Training.Benchmarks;

/// <summary>What <see cref="FeatureBenchmark"/> measured.</summary>
/// <param name="Objects">Light curves.</param>
/// <param name="Observations">Observations of a light curve, on average.</param>
/// <param name="Milliseconds">A light curve on one thread.</param>
/// <param name="MillisecondsTogether">A light curve on several threads.</param>
/// <param name="Threads">How many.</param>
/// <param name="Families">Milliseconds of each family for a light curve on one thread.</param>
public sealed record FeatureTimes(int Objects, double Observations, double Milliseconds, double MillisecondsTogether, int Threads, ImmutableArray<(string Family, double Milliseconds)> Families);
