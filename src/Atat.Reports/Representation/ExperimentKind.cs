namespace Atat.Reports.Representation;

/// <summary>What an experiment of thesis section 3.4 varies.</summary>
internal enum ExperimentKind
{
    /// <summary>Decoder and post-decoder, with and without variance, behind the MHA encoder (tables 3.1 to 3.5).</summary>
    Decoders = 0,

    /// <summary>Encoder and pre-encoder, before the MLP decoder with variance (tables 3.6 to 3.8).</summary>
    Encoders = 1,

    /// <summary>The loss, of the MHA encoder and the MLP decoder.</summary>
    Losses = 2,
}
