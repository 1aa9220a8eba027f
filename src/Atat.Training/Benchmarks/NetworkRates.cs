namespace Atat.Training.Benchmarks;

/// <summary>What one round of <see cref="NetworkBenchmark"/> measured.</summary>
/// <param name="MatrixRate">Floating-point operations a second of a large matrix product.</param>
/// <param name="Inference">Objects a second, ragged.</param>
/// <param name="PaddedInference">Objects a second, padded.</param>
/// <param name="Training">Objects a second, ragged.</param>
/// <param name="PaddedTraining">Objects a second, padded.</param>
public sealed record NetworkRates(double MatrixRate, double Inference, double PaddedInference, double Training, double PaddedTraining);
