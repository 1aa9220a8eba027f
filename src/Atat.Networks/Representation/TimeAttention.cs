using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation;

/// <summary>
/// What multi-time attention asks with and is asked by (thesis equation 2.15): queries and keys that are linear maps, without bias and common
/// to the heads, of embedded times.
/// </summary>
public sealed class TimeAttention : Module<Tensor, Tensor, Tensor>
{
    private readonly Scalar scale;
    private readonly TimeEmbedding embedding;
    private readonly Linear query;
    private readonly Linear key;

    /// <summary>Makes the maps.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="heads">Attention heads.</param>
    /// <param name="embeddingWidth">Width d_r of an embedded time.</param>
    /// <param name="keyWidth">Width d_k of a query or key.</param>
    public TimeAttention(string name, int heads, int embeddingWidth, int keyWidth)
        : base(name)
    {
        scale = TensorArithmetic.Number(1 / Math.Sqrt(keyWidth));
        embedding = new TimeEmbedding("embedding", heads, embeddingWidth);
        query = Linear(embeddingWidth, keyWidth, hasBias: false);
        key = Linear(embeddingWidth, keyWidth, hasBias: false);
        register_module("embedding", embedding);
        register_module("query", query);
        register_module("key", key);
    }

    /// <summary>Scores of all pairs of times.</summary>
    /// <param name="asked">(batch, points), or (1, points) for the same times everywhere.</param>
    /// <param name="known">(batch, steps), or (1, steps).</param>
    /// <returns>(batch, heads, points, steps).</returns>
    public override Tensor forward(Tensor asked, Tensor known)
    {
        using var queries = Queries(asked);
        using var scaled = queries * scale;
        using var keys = Keys(known);
        return scaled.matmul(keys.transpose(2, 3));
    }

    /// <summary>(batch, points) to (batch, heads, points, key width).</summary>
    public Tensor Queries(Tensor times)
    {
        using var embedded = embedding.forward(times);
        return query.forward(embedded);
    }

    /// <summary>(batch, steps) to (batch, heads, steps, key width).</summary>
    public Tensor Keys(Tensor times)
    {
        using var embedded = embedding.forward(times);
        return key.forward(embedded);
    }
}
