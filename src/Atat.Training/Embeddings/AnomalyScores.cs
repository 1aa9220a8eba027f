using Atat.LightCurves;
using Atat.Metrics.Embeddings;

namespace Atat.Training.Embeddings;

/// <summary>How anomalous objects are beside those that a run knows: the local outlier factor of their embeddings.</summary>
public static class AnomalyScores
{
    /// <summary>Most objects to compare with: the time grows with them, the scores hardly change.</summary>
    public const int MostReferences = 20_000;

    /// <summary>Rows of a catalog to compare with: the objects that a run was trained and validated on, or a random part of them.</summary>
    /// <param name="catalog">The catalog that the run was trained on.</param>
    /// <param name="seen">Identifiers of the objects.</param>
    /// <param name="seed">Seed of the choice where there are too many.</param>
    /// <returns>Rows, ascending.</returns>
    public static int[] References(Catalog catalog, IReadOnlySet<string> seen, int seed)
    {
        int[] rows = [.. Enumerable.Range(0, catalog.Count).Where(row => seen.Contains(catalog.Ids[row]))];
        if (rows.Length <= MostReferences)
        {
            return rows;
        }

        new Random(seed).Shuffle(rows);
        var chosen = rows[..MostReferences];
        Array.Sort(chosen);
        return chosen;
    }

    /// <summary>Scores objects; one that is itself among the references is compared with the others.</summary>
    /// <param name="ids">Identifiers of the objects, (N).</param>
    /// <param name="values">Their embeddings, row-major (N, width).</param>
    /// <param name="referenceIds">Identifiers of the objects to compare with, (M), at least two.</param>
    /// <param name="references">Their embeddings, row-major (M, width).</param>
    /// <param name="width">Dimensions of an embedding.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Scores, (N): about 1 for an object among its like, larger the more anomalous.</returns>
    /// <exception cref="ArgumentException">An embedding is not finite, or there are fewer than two references.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double[] Of(ReadOnlySpan<string> ids, float[] values, ReadOnlySpan<string> referenceIds, float[] references, int width, int threads = 0, CancellationToken cancellation = default)
    {
        var places = new Dictionary<string, int>(referenceIds.Length, StringComparer.Ordinal);
        for (var i = 0; i < referenceIds.Length; i++)
        {
            places[referenceIds[i]] = i;
        }

        var self = new int[ids.Length];
        for (var i = 0; i < self.Length; i++)
        {
            self[i] = places.GetValueOrDefault(ids[i], -1);
        }

        return new LocalOutlierFactor<float>(references, width, threads: threads, cancellation: cancellation).Of(values, self, cancellation);
    }
}
