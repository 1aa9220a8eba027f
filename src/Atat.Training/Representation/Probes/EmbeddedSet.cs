using static TorchSharp.torch;

namespace Atat.Training.Representation.Probes;

/// <summary>Embeddings of labelled objects.</summary>
/// <param name="Embeddings">(objects, width).</param>
/// <param name="Labels">(objects), int64.</param>
internal sealed record EmbeddedSet(Tensor Embeddings, Tensor Labels) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Embeddings.Dispose();
        Labels.Dispose();
    }
}
