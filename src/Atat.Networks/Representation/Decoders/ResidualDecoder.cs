using Atat.Networks.Representation.PostDecoders;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Decoders;

/// <summary>
/// The residual decoder of thesis section 3.3.4: a linear layer from the embedding to a map of length three, residual blocks that each make it three times
/// as long, then normalisation and ReLU; the post-decoder leads from its steps to the points asked for.
/// </summary>
/// <remarks>
/// Lengths are 3, 9, 27, 81, 243: as many blocks as give at least the post-decoder's reference points, whose middle part is used. With 81 or 243
/// reference points nothing is cut off.
/// </remarks>
public sealed class ResidualDecoder : Module<Tensor, TimePoints, Prediction>, IDecoder
{
    private readonly int maps;
    private readonly int points;
    private readonly Readout readout;
    private readonly Linear projection;
    private readonly Sequential blocks;
    private readonly BatchNorm1d norm;

    /// <summary>Makes the decoder.</summary>
    /// <exception cref="ArgumentException">There is no post-decoder.</exception>
    public ResidualDecoder(string name, RepresentationArchitecture architecture, int embeddingWidth, IPostDecoder? postDecoder)
        : base(name)
    {
        if (postDecoder is null)
        {
            throw new ArgumentException("Convolutions make regular steps: a residual decoder needs a post-decoder.", nameof(postDecoder));
        }

        maps = architecture.Maps;
        points = postDecoder.ReferencePoints;
        var count = 0;
        for (long length = architecture.FirstMap; length < points; length *= architecture.Factor)
        {
            count++;
        }

        readout = new Readout("readout", architecture.Bands, maps, postDecoder);
        projection = Linear(embeddingWidth, maps * architecture.FirstMap);
        blocks = Sequential(Enumerable.Range(0, count).Select(
            i => ($"{i}", (Module<Tensor, Tensor>)new UpBlock($"block {i}", architecture, maps, maps))).ToArray());
        norm = BatchNorm1d(maps);
        register_module("projection", projection);
        register_module("blocks", blocks);
        register_module("norm", norm);
        register_module("readout", readout);
    }

    /// <inheritdoc cref="IDecoder.forward"/>
    public override Prediction forward(Tensor embedding, TimePoints points)
    {
        using var first = projection.forward(embedding).view(embedding.shape[0], maps, -1);
        using var grown = blocks.forward(first);
        using var used = grown.narrow(2, (grown.shape[2] - this.points) / 2, this.points);
        using var normed = norm.forward(used);
        using var hidden = functional.relu(normed).transpose(1, 2);
        return readout.forward(hidden, points);
    }
}
