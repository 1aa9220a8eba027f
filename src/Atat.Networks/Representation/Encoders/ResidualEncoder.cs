using Atat.Networks.Representation.PreEncoders;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Encoders;

/// <summary>A linear layer and residual blocks that shorten the sequence of reference points (thesis section 3.3.4).</summary>
public sealed class ResidualEncoder : Module<Series, HiddenSequence>, IEncoder
{
    private readonly IPreEncoder preEncoder;
    private readonly TokenProjection projection;
    private readonly Sequential blocks;

    /// <summary>Makes the encoder.</summary>
    /// <exception cref="ArgumentException">The pre-encoder has no reference points, or there are more blocks than they can be shortened by.</exception>
    public ResidualEncoder(string name, RepresentationArchitecture architecture, IPreEncoder preEncoder)
        : base(name)
    {
        if (preEncoder.ReferencePoints is not { } points)
        {
            throw new ArgumentException("Convolutions need regular steps: a residual encoder needs a pre-encoder with reference points.", nameof(preEncoder));
        }

        if (points < Math.Pow(architecture.Factor, architecture.EncoderBlocks))
        {
            throw new ArgumentException(
                $"{points} reference points cannot be shortened {architecture.EncoderBlocks} times by {architecture.Factor}; take fewer blocks or more points.",
                nameof(architecture));
        }

        this.preEncoder = preEncoder;
        Width = architecture.Maps;
        projection = new TokenProjection("projection", preEncoder.Width, Width);
        blocks = Sequential(Enumerable.Range(0, architecture.EncoderBlocks).Select(
            i => ($"{i}", (Module<Tensor, Tensor>)new DownBlock($"block {i}", architecture, Width, Width, isFirst: i == 0))).ToArray());
        if (preEncoder is Module module)
        {
            register_module("pre_encoder", module);
        }

        register_module("projection", projection);
        register_module("blocks", blocks);
    }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc cref="IEncoder.forward"/>
    public override HiddenSequence forward(Series series)
    {
        using var projected = projection.forward(preEncoder.forward(series));
        return new(blocks.forward(projected.transpose(1, 2)).transpose(1, 2));
    }
}
