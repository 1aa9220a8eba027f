namespace Atat.Networks.Representation;

/// <summary>The pre-encoders of thesis section 3.3.</summary>
public enum PreEncoderKind
{
    /// <summary>The encoder reads the observations (<see cref="PreEncoders.ObservationTokens"/>).</summary>
    None = 0,

    /// <summary>Low-pass and high-pass kernels (<see cref="PreEncoders.InterpolationPrediction"/>).</summary>
    InterpolationPrediction = 1,

    /// <summary>Attention by time (<see cref="PreEncoders.MultiTimePreEncoder"/>).</summary>
    MultiTimeAttention = 2,
}
