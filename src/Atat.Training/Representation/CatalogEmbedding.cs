using Atat.LightCurves;
using Atat.Training.Representation.Data;

namespace Atat.Training.Representation;

/// <summary>Embeds the objects of any catalog with a trained autoencoder, prepared as its training data were.</summary>
internal static class CatalogEmbedding
{
    /// <summary>Embeds some objects; one without observations has the embedding of an empty series.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="options">Device, threads and periods.</param>
    /// <returns>Embeddings, row-major (rows, width), and their width.</returns>
    /// <exception cref="InputException">The run does not know a passband of the catalog, or lacks a file.</exception>
    public static (float[] Values, int Width) Of(RepresentationRunFolder folder, Catalog catalog, int[] rows, ClassifierOptions options)
    {
        using var run = AutoencoderRun.Open(folder, options.Device, options.Threads);
        var data = run.Config.Data;
        var periods = RepresentationDatasets.Periods(catalog, options.Periods ?? data.Periods);
        var set = CatalogSeries.Of(catalog, rows, periods, data.MostInBand, RepresentationDatasets.DataSeed, fewest: 0);
        return (run.Embed(set with { Bands = Renumbered(set, catalog, folder) }), run.Width);
    }

    private static byte[] Renumbered(SeriesSet set, Catalog catalog, RepresentationRunFolder folder)
    {
        var known = folder.ReadBands();
        var numbers = catalog.Schema.Passbands.Select(band => known.IndexOf(band.Name) is >= 0 and var number ? (byte)number
            : throw new InputException($"{folder.Path} was trained on the passbands {string.Join(", ", known)}, and the catalog has '{band.Name}'; give a catalog of its survey.")).ToArray();
        return known.Length == 1 ? []
            : set.Bands.Length > 0 ? Array.ConvertAll(set.Bands, band => numbers[band])
            : [.. Enumerable.Repeat(numbers[0], set.Values.Length)];
    }
}
