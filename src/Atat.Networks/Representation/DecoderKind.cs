namespace Atat.Networks.Representation;

/// <summary>The decoders of thesis section 3.3.</summary>
public enum DecoderKind
{
    /// <summary>Self-attention with time modulation (<see cref="Decoders.AttentionDecoder"/>).</summary>
    Attention = 0,

    /// <summary>A recurrent network (<see cref="Decoders.LstmDecoder"/>).</summary>
    Lstm = 1,

    /// <summary>Residual blocks of convolutions (<see cref="Decoders.ResidualDecoder"/>); needs a post-decoder.</summary>
    Residual = 2,

    /// <summary>Residual blocks of a perceptron, each step on its own (<see cref="Decoders.PerceptronDecoder"/>).</summary>
    Perceptron = 3,
}
