using System.Collections.Immutable;
using System.Diagnostics;
using Atat.Features;
using Atat.LightCurves;
using Atat.Training.FeatureParity;

namespace Atat.Training.Benchmarks;

/// <summary>Times the features of light curves, family by family on one thread, and on several.</summary>
/// <param name="schema">The survey of the light curves.</param>
/// <param name="settings">Which features, and how.</param>
/// <param name="objects">The light curves.</param>
public sealed class FeatureBenchmark(CatalogSchema schema, FeatureSettings settings, ImmutableArray<ReferenceObject> objects)
{
    // Long enough for threads to be started and stopped.
    private const int RepeatsOnThreads = 8;

    /// <summary>The light curves of a catalog, whole.</summary>
    public static ImmutableArray<ReferenceObject> ObjectsOf(Catalog catalog) => [.. Enumerable.Range(0, catalog.Count).Select(i =>
    {
        var curve = catalog[i].LightCurve;
        double Role(MetadataRole role) => catalog.Schema.Metadata.ToList().FindIndex(c => c.Role == role) is >= 0 and var column ? catalog[i].Metadata[column] : double.NaN;
        return new ReferenceObject(
            catalog.Ids[i],
            new ObjectInformation(catalog[i].RightAscension, catalog[i].Declination, Role(MetadataRole.Redshift), Role(MetadataRole.MilkyWayReddening)),
            curve.Mjd.ToArray(),
            curve.Band.ToArray(),
            [.. curve.Flux.ToArray().Select(f => (double)f)],
            [.. curve.FluxError.ToArray().Select(e => (double)e)],
            curve.Detected.ToArray());
    })];

    /// <summary>Runs one round on one thread.</summary>
    /// <param name="extractor">Its times of families are counted up.</param>
    /// <returns>Milliseconds for a light curve, on average.</returns>
    public double RunOne(FeatureExtractor extractor)
    {
        var values = new double[extractor.Columns.Length];
        var clock = Stopwatch.GetTimestamp();
        foreach (var item in objects)
        {
            extractor.Compute(item.Observations, item.Information, values);
        }

        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds / objects.Length;
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
            .Select(g => (g.Key, g.Sum(f => f.ticks) * 1000.0 / Stopwatch.Frequency / rounds / objects.Length));
        return new FeatureTimes(objects.Length, objects.Average(o => (double)o.Time.Length), Median(one), Median(many), threads, [.. families]);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private double RunOn(FeatureExtractor[] extractors)
    {
        var next = 0;
        var total = objects.Length * RepeatsOnThreads;
        var clock = Stopwatch.GetTimestamp();
        var threads = extractors.Select(extractor => new Thread(() =>
        {
            var values = new double[extractor.Columns.Length];
            for (var i = Interlocked.Increment(ref next) - 1; i < total; i = Interlocked.Increment(ref next) - 1)
            {
                var item = objects[i % objects.Length];
                extractor.Compute(item.Observations, item.Information, values);
            }
        })).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds / total;
    }
}
