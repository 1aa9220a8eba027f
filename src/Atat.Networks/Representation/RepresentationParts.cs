using Atat.Networks.Representation.Decoders;
using Atat.Networks.Representation.Encoders;
using Atat.Networks.Representation.PostDecoders;
using Atat.Networks.Representation.PreEncoders;

namespace Atat.Networks.Representation;

/// <summary>Makes the parts that an architecture names, with fresh weights from the global generator.</summary>
public static class RepresentationParts
{
    /// <summary>The encoder with its pre-encoder.</summary>
    /// <exception cref="ArgumentException">A residual encoder has no pre-encoder, or more blocks than its sequence can be shortened by.</exception>
    public static IEncoder Encoder(RepresentationArchitecture architecture)
    {
        var preEncoder = PreEncoder(architecture);
        return architecture.Encoder switch
        {
            EncoderKind.Attention => new AttentionEncoder("attention encoder", architecture, preEncoder),
            EncoderKind.Lstm => new LstmEncoder("LSTM encoder", architecture, preEncoder),
            EncoderKind.Residual => new ResidualEncoder("residual encoder", architecture, preEncoder),
            _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture.Encoder, "There is no such encoder."),
        };
    }

    /// <summary>The pre-encoder alone.</summary>
    public static IPreEncoder PreEncoder(RepresentationArchitecture architecture) => architecture.PreEncoder switch
    {
        PreEncoderKind.None => new ObservationTokens(architecture.Bands),
        PreEncoderKind.InterpolationPrediction => new InterpolationPrediction("interpolation-prediction", architecture),
        PreEncoderKind.MultiTimeAttention => new MultiTimePreEncoder("multi-time attention", architecture),
        _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture.PreEncoder, "There is no such pre-encoder."),
    };

    /// <summary>The decoder with its post-decoder.</summary>
    /// <param name="architecture">Which, and how large.</param>
    /// <param name="embeddingWidth">Width of an embedding.</param>
    /// <exception cref="ArgumentException">A residual decoder has no post-decoder.</exception>
    public static IDecoder Decoder(RepresentationArchitecture architecture, int embeddingWidth) => architecture.Decoder switch
    {
        DecoderKind.Attention => new AttentionDecoder(
            "attention decoder", architecture, embeddingWidth, PostDecoder(architecture, architecture.Heads * architecture.HeadWidth)),
        DecoderKind.Lstm => new LstmDecoder("LSTM decoder", architecture, embeddingWidth, PostDecoder(architecture, architecture.LstmWidth)),
        DecoderKind.Residual => new ResidualDecoder("residual decoder", architecture, embeddingWidth, PostDecoder(architecture, architecture.Maps)),
        DecoderKind.Perceptron => new PerceptronDecoder(
            "perceptron decoder", architecture, embeddingWidth, PostDecoder(architecture, architecture.PerceptronWidth)),
        _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture.Decoder, "There is no such decoder."),
    };

    /// <summary>The post-decoder alone; null for none.</summary>
    /// <param name="architecture">Which, and how large.</param>
    /// <param name="inputs">Width of the steps of the decoder.</param>
    public static IPostDecoder? PostDecoder(RepresentationArchitecture architecture, int inputs) => architecture.PostDecoder switch
    {
        PostDecoderKind.None => null,
        PostDecoderKind.MultiTimeAttention => new MultiTimePostDecoder("multi-time attention", architecture, inputs),
        _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture.PostDecoder, "There is no such post-decoder."),
    };

    /// <summary>All of it.</summary>
    /// <exception cref="ArgumentException">Parts do not go together.</exception>
    public static Autoencoder Autoencoder(RepresentationArchitecture architecture)
    {
        var encoder = Encoder(architecture);
        return new(encoder, Decoder(architecture, encoder.Width));
    }
}
