namespace Atat.Training.Benchmarks;

/// <summary>What classifying a whole light curve with a run takes.</summary>
/// <param name="Run">The run's folder.</param>
/// <param name="Milliseconds">Milliseconds of processor time an object; features are at hand, everything after them is counted.</param>
/// <param name="MatrixShare">Floating-point operations of a network's matrix products in that time, over what the core does in large ones; NaN for trees.</param>
public sealed record InferenceTime(string Run, double Milliseconds, double MatrixShare);
