using System.Collections.Immutable;

namespace Atat.Training.Benchmarks;

/// <summary>Times of thesis table 4.2: the medians of several rounds, each step in turn, on one core.</summary>
/// <param name="MatrixRate">Floating-point operations a second of large matrix products.</param>
/// <param name="Features">Milliseconds of processor time that the features of a whole light curve take; NaN where no run reads any.</param>
/// <param name="Runs">The runs in the order given.</param>
public sealed record InferenceTimes(double MatrixRate, double Features, ImmutableArray<InferenceTime> Runs);
