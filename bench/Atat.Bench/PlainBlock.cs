using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Bench;

/// <summary>A Transformer block as textbooks write it: three projections, scores, softmax and dropout one after the other.</summary>
internal sealed class PlainBlock : Module<Tensor, Tensor, Tensor>
{
    private const double Hidden = -1e9;

    private readonly int heads;
    private readonly double dropout;
    private readonly LayerNorm attentionNorm;
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear value;
    private readonly Linear output;
    private readonly LayerNorm feedForwardNorm;
    private readonly Linear expand;
    private readonly Linear contract;

    /// <summary>Makes the block.</summary>
    public PlainBlock(int width, int heads, double dropout)
        : base("plain block")
    {
        this.heads = heads;
        this.dropout = dropout;
        (attentionNorm, feedForwardNorm) = (LayerNorm(width), LayerNorm(width));
        (query, key, value, output) = (Linear(width, width), Linear(width, width), Linear(width, width), Linear(width, width));
        (expand, contract) = (Linear(width, 2 * width), Linear(2 * width, width));
        RegisterComponents();
    }

    /// <summary>(batch, tokens, width) to the same; visible is (batch, tokens), true where attention may look.</summary>
    public override Tensor forward(Tensor input, Tensor visible)
    {
        var normed = attentionNorm.forward(input);
        var (q, k, v) = (ByHead(query.forward(normed)), ByHead(key.forward(normed)), ByHead(value.forward(normed)));
        var scores = q.matmul(k.transpose(-2, -1)) / Math.Sqrt(q.shape[^1]);
        scores = scores.masked_fill(visible.logical_not().unsqueeze(1).unsqueeze(1), Hidden);
        var weights = functional.dropout(scores.softmax(-1), dropout, training);
        var attended = weights.matmul(v).transpose(1, 2).reshape(input.shape);
        var x = input + output.forward(attended);
        var hidden = functional.dropout(functional.gelu(expand.forward(feedForwardNorm.forward(x))), dropout, training);
        return x + functional.dropout(contract.forward(hidden), dropout, training);
    }

    private Tensor ByHead(Tensor tokens) => tokens.view(tokens.shape[0], tokens.shape[1], heads, -1).transpose(1, 2);
}
