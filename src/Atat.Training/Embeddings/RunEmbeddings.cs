using Atat.LightCurves;
using Atat.Training.Representation;
using Atat.Training.Runs;

namespace Atat.Training.Embeddings;

/// <summary>Embeds objects with what a run folder holds.</summary>
public static class RunEmbeddings
{
    // Objects between two reports of progress.
    private const int ObjectsAtOnce = 8192;

    /// <summary>Embeds whole light curves and their tabular data. Of an ATAT network, embeddings are the class tokens that the head of its prediction reads; of an autoencoder, what its decoder reads.</summary>
    /// <param name="run">The run.</param>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="options">Device, threads and table of features.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops between passes.</param>
    /// <returns>Embeddings, row-major (rows, width), and their width.</returns>
    /// <exception cref="InputException">The run has no embeddings, lacks a file, or cannot read the catalog.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (float[] Values, int Width) Of(RunFolder run, Catalog catalog, int[] rows, ClassifierOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var (values, width) = run.ReadInfo().Model switch
        {
            ModelKind.Network => OfClassifier(run, catalog, rows, options, progress, cancellation),
            ModelKind.Autoencoder => CatalogEmbedding.Of(new RepresentationRunFolder(run.Path), catalog, rows, options),
            _ => throw new InputException($"{run.Path} holds trees, which embed nothing; give a run that 'atat train' or 'atat represent train' wrote."),
        };
        return Array.FindIndex(values, value => !float.IsFinite(value)) is var wrong and >= 0
            ? throw new InputException($"{run.Path}: the embedding of object '{catalog.Ids[rows[wrong / width]]}' is not finite: the object's values are too large, or the weights are damaged.")
            : (values, width);
    }

    private static (float[] Values, int Width) OfClassifier(RunFolder run, Catalog catalog, int[] rows, ClassifierOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        using var network = NetworkClassifier.Open(run, options);
        return (InParts(network.Embedding(catalog), rows, network.EmbeddingWidth, progress, cancellation), network.EmbeddingWidth);
    }

    private static float[] InParts(Func<int[], double, float[]> embed, int[] rows, int width, IProgress<double>? progress, CancellationToken cancellation)
    {
        var values = new float[checked(rows.Length * width)];
        for (var start = 0; start < rows.Length; start += ObjectsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            var part = rows[start..Math.Min(rows.Length, start + ObjectsAtOnce)];
            embed(part, Window.WholeLightCurve).CopyTo(values, start * width);
            progress?.Report((double)(start + part.Length) / rows.Length);
        }

        return values;
    }
}
