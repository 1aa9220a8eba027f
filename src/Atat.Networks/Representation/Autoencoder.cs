using Atat.Networks.Representation.Decoders;
using Atat.Networks.Representation.Encoders;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation;

/// <summary>An encoder and a decoder with one vector per object between them (thesis figure 3.1).</summary>
public sealed class Autoencoder : Module<Series, Prediction>
{
    private readonly IEncoder encoder;
    private readonly IDecoder decoder;

    /// <summary>Puts the parts together; what of them is a TorchSharp module is trained, saved and moved with the whole.</summary>
    public Autoencoder(IEncoder encoder, IDecoder decoder)
        : base("autoencoder")
    {
        this.encoder = encoder;
        this.decoder = decoder;
        if (encoder is Module encoderModule)
        {
            register_module("encoder", encoderModule);
        }

        if (decoder is Module decoderModule)
        {
            register_module("decoder", decoderModule);
        }
    }

    /// <summary>Width of the embedding.</summary>
    public int EmbeddingWidth => encoder.Width;

    /// <summary>Number of learned values.</summary>
    public long ParameterCount => parameters().Sum(p => p.numel());

    /// <summary>Embeds series: the encoder's steps, averaged.</summary>
    /// <returns>(batch, width).</returns>
    public Tensor Embed(Series series) => encoder.forward(series).Pool();

    /// <summary>Decodes embeddings at any points.</summary>
    /// <param name="embedding">(batch, width).</param>
    /// <param name="points">When, and in which band.</param>
    public Prediction Decode(Tensor embedding, TimePoints points) => decoder.forward(embedding, points);

    /// <summary>Embeds series and decodes them where they were observed.</summary>
    public override Prediction forward(Series input) => Decode(Embed(input), input.Points);
}
