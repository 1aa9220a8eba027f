using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.PostDecoders;

/// <summary>
/// Multi-time attention (Shukla and Marlin 2021; thesis equations 2.15 to 2.18) from reference points to observation times: the times asked
/// for are the queries, the reference points' times the keys, the decoder's steps the values.
/// </summary>
public sealed class MultiTimePostDecoder : Module<Tensor, TimePoints, Tensor>, IPostDecoder
{
    private readonly TimeAttention attention;
    private readonly Linear output;

    /// <summary>Makes the post-decoder.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="architecture">Reference points and the sizes of multi-time attention.</param>
    /// <param name="inputs">Width of the decoder's steps.</param>
    public MultiTimePostDecoder(string name, RepresentationArchitecture architecture, int inputs)
        : base(name)
    {
        ReferencePoints = architecture.ReferencePoints;
        Width = architecture.InterpolatedWidth;
        attention = new TimeAttention("attention", architecture.TimeHeads, architecture.TimeEmbeddingWidth, architecture.TimeKeyWidth);
        output = Linear(inputs * architecture.TimeHeads, Width, hasBias: false);
        register_module("attention", attention);
        register_module("output", output);
    }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public int ReferencePoints { get; }

    /// <inheritdoc cref="IPostDecoder.forward"/>
    public override Tensor forward(Tensor hidden, TimePoints points)
    {
        using var reference = TimePoints.Reference(ReferencePoints, 1, hidden).Times;
        using var scores = attention.forward(points.CleanTimes(), reference);
        using var weights = scores.softmax(-1);
        using var context = weights.matmul(hidden.unsqueeze(1));

        // (batch, heads, steps, channels): channels outside, heads inside.
        using var joined = context.permute(0, 2, 3, 1).reshape(hidden.shape[0], points.Times.shape[1], -1);
        return output.forward(joined);
    }
}
