using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation;

/// <summary>
/// Multi-head self-attention alone (thesis equations 2.7 to 2.10), without the normalisation, skip connection and feed-forward part of a
/// <see cref="TransformerBlock"/>: chapter 3 leaves them out, so that encoders differ in nothing but how they process a sequence (section 3.3.1).
/// </summary>
public sealed class SelfAttention : Module<Tensor, Tensor?, Tensor>
{
    private readonly int heads;
    private readonly int width;
    private readonly Linear queryKeyValue;
    private readonly Linear output;

    /// <summary>Makes the layer.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="heads">Attention heads.</param>
    /// <param name="headWidth">Width of each.</param>
    public SelfAttention(string name, int heads, int headWidth)
        : base(name)
    {
        this.heads = heads;
        width = heads * headWidth;
        queryKeyValue = Linear(width, 3 * width);
        output = Linear(width, width);
        register_module("query_key_value", queryKeyValue);
        register_module("output", output);
    }

    /// <summary>The last layer, which joins the heads (equation 2.10).</summary>
    public Linear Output => output;

    /// <summary>Transforms a sequence.</summary>
    /// <param name="input">(batch, steps, width).</param>
    /// <param name="visible">(batch, 1, 1, steps), true where attention may look; null for everywhere.</param>
    /// <returns>(batch, steps, width).</returns>
    public override Tensor forward(Tensor input, Tensor? visible)
    {
        using var attended = Attend(input, visible);
        return output.forward(attended);
    }

    /// <summary>Transforms a sequence but for the last layer; the heads stand beside each other.</summary>
    /// <inheritdoc cref="forward"/>
    public Tensor Attend(Tensor input, Tensor? visible)
    {
        using var projected = queryKeyValue.forward(input);
        var parts = projected.split(width, 2);
        using var attended = functional.scaled_dot_product_attention(ByHead(parts[0]), ByHead(parts[1]), ByHead(parts[2]), visible);
        return attended.transpose(1, 2).reshape(input.shape);
    }

    private Tensor ByHead(Tensor tokens) => tokens.view(tokens.shape[0], tokens.shape[1], heads, width / heads).transpose(1, 2);
}
