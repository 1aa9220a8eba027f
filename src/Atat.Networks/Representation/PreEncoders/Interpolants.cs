using static TorchSharp.torch;

namespace Atat.Networks.Representation.PreEncoders;

/// <summary>What Interpolation-Prediction has at its reference points (thesis equations 2.12 to 2.14), each (batch, points, bands).</summary>
/// <param name="Intensity">lambda: how much was observed nearby.</param>
/// <param name="LowPass">sigma: average of the band with the wide kernel; 0 for a band without observations.</param>
/// <param name="HighPass">gamma: average with the narrow kernel; 0 for a band without observations.</param>
/// <param name="CrossChannel">chi: averages of all bands, weighted by intensity and mixed.</param>
/// <param name="Transient">tau: what the narrow kernel has beyond chi.</param>
public sealed record Interpolants(Tensor Intensity, Tensor LowPass, Tensor HighPass, Tensor CrossChannel, Tensor Transient);
