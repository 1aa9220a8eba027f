using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.Formats.Files;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Training.FeatureTables;

/// <summary>
/// Computes the features of a whole catalog, part by part on several threads, holding one part for each of them. Finished parts stand in
/// a folder beside the table until all are; a computation that was interrupted goes on from them. Rows come in the order of the catalog, the days
/// of an object ascending, whatever the number of threads.
/// </summary>
public static class FeatureComputation
{
    private const int LeastObjectsOfAPart = 16;
    private const int MostObjectsOfAPart = 1000;

    // Enough parts of a small catalog for every thread to have several.
    private const int PartsOfASmallCatalog = 16;

    /// <summary>Computes.</summary>
    /// <param name="job">What to compute.</param>
    /// <param name="progress">Told how far it is; from one thread at a time.</param>
    /// <param name="cancellation">Stops; finished parts are kept.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">The catalog cannot be read; finished parts are kept.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FeatureReport Run(FeatureJob job, IProgress<FeatureProgress>? progress = null, CancellationToken cancellation = default)
    {
        OutputFile.CheckPlace(job.Out, job.Catalog);
        var started = TimeProvider.System.GetTimestamp();
        double[] days = [.. job.Days.Distinct().Order()];
        var (schema, total) = CatalogFile.ReadSchema(job.Catalog);
        var extractors = new ConcurrentBag<FeatureExtractor> { new(schema, job.Settings) };
        var set = FeatureRows.SetOf(extractors.First());
        var size = (int)Math.Clamp(total / PartsOfASmallCatalog, LeastObjectsOfAPart, MostObjectsOfAPart);
        var parts = new FeatureParts(job, set, days, size);
        var tally = new FeatureTally(total, progress);

        void Compute(int index, Catalog part)
        {
            if (parts.Find(index, part) is { } kept)
            {
                tally.TakeOver(part, kept);
                return;
            }

            var extractor = extractors.TryTake(out var idle) ? idle : new FeatureExtractor(schema, job.Settings);
            var table = FeatureRows.Compute(part, days, extractor, tally.Done, cancellation);
            parts.Keep(index, table);
            extractors.Add(extractor);
            tally.Add(part, table);
        }

        ForEachPart(CatalogFile.ReadParts(job.Catalog, size), job.Threads, Compute, cancellation);
        FeatureFile.Write(job.Out, set, parts.Read(tally.Parts).Select(part =>
        {
            cancellation.ThrowIfCancellationRequested();
            return part;
        }));
        parts.Delete();
        return tally.Report(days.Length, set.Features.Length, TimeProvider.System.GetElapsedTime(started));
    }

    // Parts are read by whichever thread is free, so that no more are in memory than are worked on.
    private static void ForEachPart(IEnumerable<Catalog> parts, int threads, Action<int, Catalog> compute, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(Partitioner.Create(parts.Index(), EnumerablePartitionerOptions.NoBuffering), options, part => compute(part.Index, part.Item));
        }
        catch (AggregateException e)
        {
            // Threads that fail together fail for one reason mostly; a mistake in the input says more than what follows from it.
            var all = e.Flatten().InnerExceptions;
            cancellation.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(all.FirstOrDefault(inner => inner is InputException) ?? all[0]);
        }
    }
}
