using Atat.Networks.Representation.PostDecoders;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Decoders;

/// <summary>
/// The attention decoder of thesis section 3.3.5: the embedding, repeated at every step and modulated by its time, then one layer of
/// self-attention without skip connection.
/// </summary>
public sealed class AttentionDecoder : Module<Tensor, TimePoints, Prediction>, IDecoder
{
    private readonly Readout readout;
    private readonly TokenModulation modulation;
    private readonly SelfAttention attention;

    /// <summary>Makes the decoder.</summary>
    public AttentionDecoder(string name, RepresentationArchitecture architecture, int embeddingWidth, IPostDecoder? postDecoder)
        : base(name)
    {
        var width = architecture.Heads * architecture.HeadWidth;
        readout = new Readout("readout", architecture.Bands, width, postDecoder);
        modulation = new TokenModulation("modulation", architecture, readout.Bands, embeddingWidth, width);
        attention = new SelfAttention("attention", architecture.Heads, architecture.HeadWidth);
        register_module("modulation", modulation);
        register_module("attention", attention);
        register_module("readout", readout);
    }

    /// <inheritdoc cref="IDecoder.forward"/>
    public override Prediction forward(Tensor embedding, TimePoints points)
    {
        var at = readout.At(points);
        using var modulated = modulation.Repeat(embedding, at);
        using var visible = at.Visible();
        using var hidden = attention.forward(modulated, visible);
        return readout.forward(hidden, points);
    }
}
