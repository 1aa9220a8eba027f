using System.Collections.Immutable;
using System.Diagnostics;
using Atat.Features;
using Atat.LightCurves;
using Atat.Training.FeatureParity;

namespace Atat.Training.Benchmarks;

/// <summary>Times the features of light curves, family by family on one thread, and on several.</summary>
public sealed class FeatureBenchmark
{
    // Long enough for threads to be started and stopped.
    private const int RepeatsOnThreads = 8;

    private readonly CatalogSchema schema;
    private readonly FeatureSettings settings;
    private readonly int count;
    private readonly double observations;
    private readonly Action<FeatureExtractor, int, double[]> compute;

    private FeatureBenchmark(CatalogSchema schema, FeatureSettings settings, int count, double observations, Action<FeatureExtractor, int, double[]> compute) =>
        (this.schema, this.settings, this.count, this.observations, this.compute) = (schema, settings, count, observations / count, compute);

    /// <summary>Of the light curves of a reference, all observations.</summary>
    /// <exception cref="InputException">There are none.</exception>
    public static FeatureBenchmark OfReference(ImmutableArray<ReferenceObject> objects, FeatureSettings settings) =>
        objects.IsEmpty
            ? throw new InputException("The reference has no objects to time.")
            : new(ReferenceFeatures.Schema, settings, objects.Length, objects.Sum(o => (double)o.Time.Length), (extractor, i, values) => extractor.Compute(objects[i].Observations, objects[i].Information, values));

    /// <summary>Of the objects of a catalog, whole light curves as <c>atat features</c> computes them.</summary>
    /// <exception cref="InputException">There are none.</exception>
    public static FeatureBenchmark OfCatalog(Catalog catalog, FeatureSettings settings) =>
        catalog.Count == 0
            ? throw new InputException("The catalog has no objects to time.")
            : new(catalog.Schema, settings, catalog.Count, catalog.ObservationCount, (extractor, i, values) => extractor.Compute(catalog[i], Window.WholeLightCurve, values));

    /// <summary>Runs one round on one thread.</summary>
    /// <param name="extractor">Its times of families are counted up.</param>
    /// <returns>Milliseconds for a light curve, on average.</returns>
    private double RunOne(FeatureExtractor extractor)
    {
        var values = new double[extractor.Columns.Length];
        var clock = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            compute(extractor, i, values);
        }

        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds / count;
    }

    /// <summary>Runs rounds on one thread and on several, in turn.</summary>
    /// <param name="threads">Threads.</param>
    /// <param name="rounds">Rounds; medians are taken.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public FeatureTimes Run(int threads, int rounds, CancellationToken cancellation = default)
    {
        var extractors = Enumerable.Range(0, threads).Select(_ => new FeatureExtractor(schema, settings)).ToArray();
        var (one, many) = (new List<double>(), new List<double>());

        // The first rounds are for the runtime, which compiles what it finds to be used much.
        for (var round = -3; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (round == 0)
            {
                Array.Clear(extractors[0].FamilyTicks);
            }

            var single = RunOne(extractors[0]);
            var ticks = extractors[0].FamilyTicks.ToArray();
            var together = RunOn(extractors);
            ticks.CopyTo(extractors[0].FamilyTicks, 0);
            if (round >= 0)
            {
                one.Add(single);
                many.Add(together);
            }
        }

        var families = extractors[0].FamilyNames.Zip(extractors[0].FamilyTicks, (name, ticks) => (name, ticks)).GroupBy(f => f.name, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Sum(f => f.ticks) * 1000.0 / Stopwatch.Frequency / rounds / count));
        return new FeatureTimes(count, observations, Median.Of(one), Median.Of(many), threads, [.. families]);
    }

    private double RunOn(FeatureExtractor[] extractors)
    {
        var next = 0;
        var total = count * RepeatsOnThreads;
        var clock = Stopwatch.GetTimestamp();
        Task.WaitAll(extractors.Select(extractor => Task.Factory.StartNew(
            () =>
            {
                var values = new double[extractor.Columns.Length];
                for (var i = Interlocked.Increment(ref next) - 1; i < total; i = Interlocked.Increment(ref next) - 1)
                {
                    compute(extractor, i % count, values);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToArray());
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds / total;
    }
}
