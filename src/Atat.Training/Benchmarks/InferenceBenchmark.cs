using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.LightCurves;
using Atat.Training.Data;
using Atat.Training.Runs;

namespace Atat.Training.Benchmarks;

/// <summary>
/// Times what thesis table 4.2 does: the features of a whole light curve, and what classifying it takes each of some runs once they are
/// there. Everything is computed as <c>atat predict</c> does, on one thread, and measured in processor time.
/// </summary>
public static class InferenceBenchmark
{
    // So many objects that a round lasts long against the clock's resolution.
    private const double LeastSeconds = 0.3;

    /// <summary>Measures.</summary>
    /// <param name="runs">Finished runs.</param>
    /// <param name="catalog">The objects, as those that the runs were trained on.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="features">Table of their features; null where no run reads any.</param>
    /// <param name="rounds">Rounds; medians are taken.</param>
    /// <param name="progress">Told what is measured.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InputException">A run does not serve, or reads features and there is no table of them.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static InferenceTimes Measure(IReadOnlyList<RunFolder> runs, Catalog catalog, int[] rows, string? features, int rounds, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        var device = Devices.Open("cpu", 1);
        var descriptions = runs.Select(run => run.ReadDescription()).ToArray();
        var set = descriptions.Select(d => d.Features).FirstOrDefault(f => f is not null);
        if (set is not null && features is null)
        {
            throw new InputException("A run reads features; give them with --features FILE: their computation is measured apart from the classification.");
        }

        var classifiers = new List<IClassifier>();
        try
        {
            var steps = new List<Action>();
            for (var i = 0; i < runs.Count; i++)
            {
                progress?.Report($"opening {runs[i].Path}");
                var classifier = Classifiers.Open(runs[i], new ClassifierOptions { Threads = 1, Features = descriptions[i].Features is null ? null : features });
                classifiers.Add(classifier);
                var classify = classifier.Over(catalog);
                steps.Add(() => classify(rows, Window.WholeLightCurve));
            }

            var computable = set?.Preset is not null;
            if (computable)
            {
                steps.Add(Extraction(catalog, rows, set!));
            }

            var rates = new List<double>();
            var seconds = steps.ConvertAll(_ => new List<double>());

            // Before the first round every step runs once, for the runtime to compile and native code to allocate.
            for (var round = -1; round < rounds; round++)
            {
                progress?.Report($"round {round + 1} of {rounds}");
                rates.Add(MatrixRate.OfProcessor(device));
                for (var s = 0; s < steps.Count; s++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    seconds[s].Add(PerPass(steps[s]));
                }
            }

            var rate = Median.Of(rates[1..]);
            var milliseconds = seconds.ConvertAll(all => 1e3 * Median.Of(all[1..]) / rows.Length);
            return new InferenceTimes(rate, computable ? milliseconds[^1] : double.NaN, [.. runs.Select((run, i) =>
                new InferenceTime(run.Path, milliseconds[i], Operations(run, descriptions[i], catalog, rows) / (1e-3 * milliseconds[i]) / rate))]);
        }
        finally
        {
            classifiers.ForEach(c => c.Dispose());
        }
    }

    /// <summary>Objects to measure: spread evenly over a catalog's test part, or over all of it where there is none.</summary>
    /// <param name="catalog">The objects.</param>
    /// <param name="count">How many at most.</param>
    public static int[] Rows(Catalog catalog, int count)
    {
        int[] all = [.. Enumerable.Range(0, catalog.Count)];
        int[] test = [.. all.Where(i => catalog.Partitions[i] == Partition.Test)];
        var from = test.Length > 0 ? test : all;
        return from.Length <= count ? from : [.. Enumerable.Range(0, count).Select(i => from[(int)((long)i * from.Length / count)])];
    }

    private static double PerPass(Action pass)
    {
        var passes = 0;
        var started = ProcessorTime.Now;
        double used;
        do
        {
            pass();
            passes++;
            used = ProcessorTime.Now - started;
        }
        while (used < LeastSeconds);
        return used / passes;
    }

    private static Action Extraction(Catalog catalog, int[] rows, FeatureSet set)
    {
        var extractor = new FeatureExtractor(catalog.Schema, FeatureSource.Settings(set));
        var values = new double[extractor.Columns.Length];
        return () =>
        {
            foreach (var row in rows)
            {
                extractor.Compute(catalog[row], Window.WholeLightCurve, values);
            }
        };
    }

    private static double Operations(RunFolder run, ModelDescription description, Catalog catalog, int[] rows)
    {
        if (run.ReadInfo().Model != ModelKind.Network)
        {
            return double.NaN;
        }

        var config = run.ReadConfig();
        var windows = new WindowedLightCurves(catalog, config.Window.Rule, config.Window.PerBand, description.BandMap(catalog.Schema));
        var architecture = description.Architecture(config);
        return rows.Average(row => NetworkFlops.Forward(architecture, windows.Length(row, double.PositiveInfinity)));
    }
}
