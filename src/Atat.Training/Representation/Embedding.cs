using Atat.Networks.Representation;
using Atat.Training.Representation.Data;
using Atat.Training.Representation.Probes;
using static TorchSharp.torch;

namespace Atat.Training.Representation;

/// <summary>Embeddings of whole sets.</summary>
internal static class Embedding
{
    /// <summary>Embeds all series of a set, in its order.</summary>
    public static EmbeddedSet Of(Autoencoder network, SeriesSet set, int batchSize, Device device)
    {
        using var _ = no_grad();
        var embeddings = zeros([set.Count, network.EmbeddingWidth], float32, device);
        foreach (var rows in SeriesOrder.ByLength(set, batchSize))
        {
            using var scope = NewDisposeScope();
            using var series = set.Pack(rows, device);
            embeddings.index_copy_(0, tensor([.. rows.Select(r => (long)r)], device: device), network.Embed(series));
        }

        return new(embeddings, set.LabelsOf([.. Enumerable.Range(0, set.Count)], device));
    }
}
