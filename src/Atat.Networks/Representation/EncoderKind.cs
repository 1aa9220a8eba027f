namespace Atat.Networks.Representation;

/// <summary>The encoders of thesis section 3.3.</summary>
public enum EncoderKind
{
    /// <summary>Self-attention with time modulation (<see cref="Encoders.AttentionEncoder"/>).</summary>
    Attention = 0,

    /// <summary>A recurrent network (<see cref="Encoders.LstmEncoder"/>).</summary>
    Lstm = 1,

    /// <summary>Residual blocks of convolutions (<see cref="Encoders.ResidualEncoder"/>); needs a pre-encoder.</summary>
    Residual = 2,
}
