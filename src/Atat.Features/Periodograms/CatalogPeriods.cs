using Atat.LightCurves;

namespace Atat.Features.Periodograms;

/// <summary>Periods of all objects of a catalog.</summary>
public static class CatalogPeriods
{
    /// <summary>Searches all objects; the result does not depend on the number of threads.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="options">How to search.</param>
    /// <param name="threads">Threads; 0 for one a processor.</param>
    /// <param name="progress">Told how many objects are done, from 0 to 1.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>One for each object.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FoundPeriod[] Search(Catalog catalog, PeriodSearchOptions options, int threads, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var found = new FoundPeriod[catalog.Count];
        var done = 0;
        Parallel.For(
            0,
            catalog.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount, CancellationToken = cancellation },
            () => new PeriodFinder(catalog.Schema, options),
            (index, _, finder) =>
            {
                found[index] = finder.Search(catalog[index]);
                progress?.Report((double)Interlocked.Increment(ref done) / catalog.Count);
                return finder;
            },
            _ => { });
        return found;
    }
}
