using Atat.Networks.Representation.PostDecoders;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Decoders;

/// <summary>
/// The perceptron decoder of thesis section 3.3.5: the embedding, repeated at every step and modulated by its time, then residual blocks that
/// treat each step on its own.
/// </summary>
public sealed class PerceptronDecoder : Module<Tensor, TimePoints, Prediction>, IDecoder
{
    private readonly Readout readout;
    private readonly TokenModulation modulation;
    private readonly Sequential blocks;

    /// <summary>Makes the decoder.</summary>
    public PerceptronDecoder(string name, RepresentationArchitecture architecture, int embeddingWidth, IPostDecoder? postDecoder)
        : base(name)
    {
        var width = architecture.PerceptronWidth;
        readout = new Readout("readout", architecture.Bands, width, postDecoder);
        modulation = new TokenModulation("modulation", architecture, readout.Bands, embeddingWidth, width);
        blocks = Sequential(Enumerable.Range(0, architecture.PerceptronBlocks).Select(
            i => ($"{i}", (Module<Tensor, Tensor>)new PerceptronBlock($"block {i}", width))).ToArray());
        register_module("modulation", modulation);
        register_module("blocks", blocks);
        register_module("readout", readout);
    }

    /// <inheritdoc cref="IDecoder.forward"/>
    public override Prediction forward(Tensor embedding, TimePoints points)
    {
        using var modulated = modulation.Repeat(embedding, readout.At(points));
        using var hidden = blocks.forward(modulated);
        using var activated = functional.relu(hidden);
        return readout.forward(activated, points);
    }
}
