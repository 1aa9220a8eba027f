using static TorchSharp.torch;

namespace Atat.Networks.Representation.Decoders;

/// <summary>
/// Turns embeddings into the distribution of observations at any times. An implementer with weights derives from
/// <c>Module&lt;Tensor, TimePoints, Prediction&gt;</c>, whose <c>forward</c> is the one here.
/// </summary>
public interface IDecoder
{
    /// <summary>Decodes a batch.</summary>
    /// <param name="embedding">(batch, width).</param>
    /// <param name="points">When, and in which band; what padding holds must not matter.</param>
    Prediction forward(Tensor embedding, TimePoints points);
}
