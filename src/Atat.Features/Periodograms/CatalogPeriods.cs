using Atat.LightCurves;

namespace Atat.Features.Periodograms;

/// <summary>Periods of all objects of a catalog.</summary>
public static class CatalogPeriods
{
    private const int ObjectsPerReport = 16;

    /// <summary>Searches all objects; the result does not depend on the number of threads.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="options">How to search.</param>
    /// <param name="threads">Threads; 0 for one a processor.</param>
    /// <param name="progress">Told how many objects are done, from 0 to 1.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>One for each object.</returns>
    /// <exception cref="InputException">The options ask for more frequencies than can be searched.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FoundPeriod[] Search(Catalog catalog, PeriodSearchOptions options, int threads, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var found = new FoundPeriod[catalog.Count];
        var done = 0;
        Run(() => Parallel.For(
            0,
            catalog.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount, CancellationToken = cancellation },
            () => new PeriodFinder(catalog.Schema, options),
            (index, _, finder) =>
            {
                found[index] = finder.Search(catalog[index]);
                if (Interlocked.Increment(ref done) % ObjectsPerReport == 0 && progress is not null)
                {
                    lock (found)
                    {
                        progress.Report((double)Volatile.Read(ref done) / catalog.Count);
                    }
                }

                return finder;
            },
            _ => { }));
        progress?.Report(1);
        return found;
    }

    // Threads that fail together fail for one reason.
    private static void Run(Action search)
    {
        try
        {
            search();
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<InputException>().FirstOrDefault() is { } mistake)
        {
            throw new InputException(mistake.Message, e);
        }
    }
}
