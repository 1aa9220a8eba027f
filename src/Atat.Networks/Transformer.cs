using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks;

/// <summary>A stack of blocks read at its class token, the first of the sequence (thesis equation 4.6); no normalisation after the last block.</summary>
public sealed class Transformer : Module<Tensor, Tensor?, Tensor>
{
    private readonly TransformerBlock[] blocks;

    /// <summary>Makes the stack.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="shape">Heads, widths and layers.</param>
    /// <param name="dropout">Dropout in the feed-forward parts.</param>
    /// <param name="attentionDropout">Dropout on attention weights.</param>
    public Transformer(string name, TransformerShape shape, double dropout, double attentionDropout)
        : base(name)
    {
        blocks = [.. Enumerable.Range(0, shape.Layers).Select(i => new TransformerBlock($"block {i}", shape, dropout, attentionDropout))];
        for (var i = 0; i < blocks.Length; i++)
        {
            register_module($"blocks.{i}", blocks[i]);
        }
    }

    /// <summary>Transforms a sequence and returns its first token.</summary>
    /// <param name="input">(batch, tokens, width), class token first.</param>
    /// <param name="visible">(batch, 1, 1, tokens), true where attention may look; null for everywhere.</param>
    /// <returns>(batch, width).</returns>
    public override Tensor forward(Tensor input, Tensor? visible)
    {
        var x = input;
        foreach (var block in blocks.AsSpan(0, blocks.Length - 1))
        {
            x = block.forward(x, visible);
        }

        return blocks[^1].ForwardFirst(x, visible).squeeze(1);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var block in blocks)
            {
                block.Dispose();
            }
        }

        base.Dispose(disposing);
    }
}
