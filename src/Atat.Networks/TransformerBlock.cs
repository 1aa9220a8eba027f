using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks;

/// <summary>
/// One pre-norm Transformer block (thesis equations 4.4 and 4.5): attention over the normalised tokens, then a feed-forward part
/// d -> 2d -> d with GELU, each added to its input. Queries, keys and values come from one matrix.
/// </summary>
public sealed class TransformerBlock : Module<Tensor, Tensor?, Tensor>
{
    private readonly int heads;
    private readonly int width;
    private readonly double dropout;
    private readonly double attentionDropout;
    private readonly Scalar widening;
    private readonly LayerNorm attentionNorm;
    private readonly Linear queryKeyValue;
    private readonly Linear output;
    private readonly LayerNorm feedForwardNorm;
    private readonly Linear expand;
    private readonly Linear contract;

    /// <summary>Makes the block.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="shape">Heads and their width.</param>
    /// <param name="dropout">Dropout in the feed-forward part.</param>
    /// <param name="attentionDropout">Dropout on attention weights.</param>
    public TransformerBlock(string name, TransformerShape shape, double dropout, double attentionDropout)
        : base(name)
    {
        heads = shape.Heads;
        width = shape.Width;
        widening = TensorArithmetic.Number(Math.Sqrt(heads));
        this.dropout = dropout;
        this.attentionDropout = attentionDropout;
        attentionNorm = LayerNorm(width);
        queryKeyValue = Linear(width, 3 * width);
        output = Linear(width, width);
        feedForwardNorm = LayerNorm(width);
        expand = Linear(width, 2 * width);
        contract = Linear(2 * width, width);
        register_module("attention_norm", attentionNorm);
        register_module("query_key_value", queryKeyValue);
        register_module("output", output);
        register_module("feed_forward_norm", feedForwardNorm);
        register_module("expand", expand);
        register_module("contract", contract);
    }

    /// <summary>Transforms a sequence.</summary>
    /// <param name="input">(batch, tokens, width).</param>
    /// <param name="visible">(batch, 1, 1, tokens), true where attention may look; null for everywhere.</param>
    /// <returns>(batch, tokens, width).</returns>
    public override Tensor forward(Tensor input, Tensor? visible)
    {
        using var normed = attentionNorm.forward(input);
        using var projected = queryKeyValue.forward(normed);
        var parts = projected.split(width, 2);
        return FeedForward(Attend(parts[0], parts[1], parts[2], visible).PlusInPlace(input));
    }

    /// <summary>
    /// Transforms a sequence but returns its first token only: what the heads read after the last block. With one query a head, keys and
    /// values need not be computed: q · (K n) is (K' q) · n, and the mean of V n is V times the mean of n; the bias of the keys adds the same to
    /// all scores, which softmax takes away again.
    /// </summary>
    /// <param name="input">(batch, tokens, width).</param>
    /// <param name="visible">(batch, 1, 1, tokens), true where attention may look; null for everywhere.</param>
    /// <returns>(batch, 1, width).</returns>
    public Tensor ForwardFirst(Tensor input, Tensor? visible)
    {
        using var normed = attentionNorm.forward(input);
        using var first = normed.narrow(1, 0, 1);
        var weights = queryKeyValue.weight!.split(width, 0);
        var biases = queryKeyValue.bias!.split(width, 0);
        using var query = functional.linear(first, weights[0], biases[0]);
        if (training && attentionDropout > 0)
        {
            // Dropped weights do not sum to one, so that the bias of the values would have to be scaled.
            var (key, value) = (functional.linear(normed, weights[1], biases[1]), functional.linear(normed, weights[2], biases[2]));
            return FeedForward(Attend(query, key, value, visible).PlusInPlace(input.narrow(1, 0, 1)));
        }

        // The heads are the queries of one wide head; its scores are divided by the root of the wide head's width.
        using var widened = PerHead(query).mul(widening).matmul(weights[1].view(heads, width / heads, width));
        using var tokens = normed.unsqueeze(1);
        using var pooled = functional.scaled_dot_product_attention(widened.transpose(0, 1).unsqueeze(1), tokens, tokens, visible);
        using var values = pooled.squeeze(1).transpose(0, 1).matmul(weights[2].view(heads, width / heads, width).transpose(1, 2));
        using var attended = values.transpose(0, 1).reshape(query.shape).Plus(biases[2]);
        return FeedForward(output.forward(attended).PlusInPlace(input.narrow(1, 0, 1)));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            attentionNorm.Dispose();
            queryKeyValue.Dispose();
            output.Dispose();
            feedForwardNorm.Dispose();
            expand.Dispose();
            contract.Dispose();
            widening.Dispose();
        }

        base.Dispose(disposing);
    }

    // All three (batch, tokens, width); sums that are done in place are not needed for a gradient.
    private Tensor Attend(Tensor query, Tensor key, Tensor value, Tensor? visible)
    {
        // The native kernel drops attention weights whatever the mode, so the mode decides here.
        using var attended = functional.scaled_dot_product_attention(ByHead(query), ByHead(key), ByHead(value), visible, training ? attentionDropout : 0);
        return output.forward(attended.transpose(1, 2).reshape(query.shape));
    }

    // (batch, 1, width) to (heads, batch, head width).
    private Tensor PerHead(Tensor token) => token.view(token.shape[0], heads, width / heads).transpose(0, 1);

    private Tensor ByHead(Tensor tokens) => tokens.view(tokens.shape[0], tokens.shape[1], heads, width / heads).transpose(1, 2);

    private Tensor FeedForward(Tensor input)
    {
        var rate = training ? dropout : 0;
        using var normed = feedForwardNorm.forward(input);
        using var expanded = expand.forward(normed);
        using var hidden = Dropout.Apply(functional.gelu(expanded), rate);
        return Dropout.Apply(contract.forward(hidden), rate).PlusInPlace(input);
    }
}
