using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;

namespace Atat.Training.Representation.Studies;

/// <summary>One row of a table of thesis chapter 3: the parts of an autoencoder and its loss.</summary>
public sealed record RepresentationVariant(EncoderKind Encoder, PreEncoderKind PreEncoder, DecoderKind Decoder, PostDecoderKind PostDecoder, ReconstructionLoss Loss)
{
    /// <summary>Name, as <c>interpred+lstm.mlp+mtan.likelihood</c>.</summary>
    public string Key =>
        $"{(PreEncoder == PreEncoderKind.None ? "" : PartNames.Of(PreEncoder) + "+")}{PartNames.Of(Encoder)}.{PartNames.Of(Decoder)}{(PostDecoder == PostDecoderKind.None ? "" : "+" + PartNames.Of(PostDecoder))}.{PartNames.Of(Loss)}";

    /// <summary>Whether a name is this variant's, or its first parts: <c>mha</c>, <c>mha.mlp</c>.</summary>
    public bool IsNamed(string name) => (Key + ".").StartsWith(name + ".", StringComparison.Ordinal);

    /// <summary>The variant that a configuration has.</summary>
    public static RepresentationVariant Of(RepresentationConfig config) =>
        new(config.Network.Encoder, config.Network.PreEncoder, config.Network.Decoder, config.Network.PostDecoder, config.Loss);

    /// <summary>The variant's autoencoder and loss in a configuration.</summary>
    public RepresentationConfig In(RepresentationConfig config) => config with
    {
        Network = config.Network with { Encoder = Encoder, PreEncoder = PreEncoder, Decoder = Decoder, PostDecoder = PostDecoder },
        Loss = Loss,
    };
}
