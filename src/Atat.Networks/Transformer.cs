using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks;

/// <summary>A stack of blocks read at its class token, the first of the sequence (thesis equation 4.6); no normalisation after the last block.</summary>
public sealed class Transformer : Module<Tensor, Tensor?, Tensor>
{
    private readonly ModuleList<TransformerBlock> blocks;

    /// <summary>Makes the stack.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="shape">Heads, widths and layers.</param>
    /// <param name="dropout">Dropout in the feed-forward parts.</param>
    /// <param name="attentionDropout">Dropout on attention weights.</param>
    public Transformer(string name, TransformerShape shape, double dropout, double attentionDropout)
        : base(name)
    {
        blocks = new([.. Enumerable.Range(0, shape.Layers).Select(i => new TransformerBlock($"block {i}", shape, dropout, attentionDropout))]);
        register_module("blocks", blocks);
    }

    /// <summary>Transforms a sequence and returns its first token.</summary>
    /// <param name="input">(batch, tokens, width), class token first.</param>
    /// <param name="visible">(batch, 1, 1, tokens), true where attention may look; null for everywhere.</param>
    /// <returns>(batch, width).</returns>
    public override Tensor forward(Tensor input, Tensor? visible)
    {
        var x = input;
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            x = blocks[i].forward(x, visible);
        }

        return blocks[^1].ForwardFirst(x, visible).squeeze(1);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            blocks.Dispose();
        }

        base.Dispose(disposing);
    }
}
