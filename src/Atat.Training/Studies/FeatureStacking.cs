using System.Collections.Immutable;
using Atat.Forests;
using Atat.LightCurves;
using Atat.Training.Configuration;
using Atat.Training.Data;
using Atat.Training.Runs;
using Atat.Training.Trees;

namespace Atat.Training.Studies;

/// <summary>
/// Which features tell a network something new (the question that thesis section 4.5.4 leaves open): boosted trees read the networks' logarithmic probabilities, the
/// metadata, and some features. Each training object is told by the network that held its fold out (stacking: Wolpert 1992), test
/// objects by the mean over the networks.
/// </summary>
public static class FeatureStacking
{
    private const float LeastProbability = 1e-6f;

    /// <summary>Trains one set of trees with no feature, with each family, with all features, and with the most important of all.</summary>
    /// <param name="networks">Networks that read no features, each with another fold held out; objects of other folds are left out. The first's fold ends the training of trees.</param>
    /// <param name="catalog">The catalog that they were trained on.</param>
    /// <param name="features">Table of features.</param>
    /// <param name="days">Days after the first detection.</param>
    /// <param name="keep">Numbers of most important features to train with, by the gain of the trees with all.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <param name="progress">Told what is done next.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InputException">Runs that are no networks, read features or hold out the same fold; or the table lacks an object or a day.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<StackedStep> Run(IReadOnlyList<RunFolder> networks, Catalog catalog, string features, double[] days, IEnumerable<int> keep, int threads, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        LightGbmLibrary.Require();
        var folds = Folds(networks);
        var split = TrainingSplit.Of(catalog, folds[0]);
        var test = Rows(catalog, split, i => catalog.Partitions[i] == Partition.Test);
        int[][] heldOut = [.. folds.Select(fold => Rows(catalog, split, i => catalog.Partitions[i] == Partition.Train && catalog.Folds[i] == fold))];
        int[] objects = [.. heldOut.SelectMany(rows => rows), .. test];
        if (test.Length == 0)
        {
            throw new InputException("The catalog has no labelled test objects; divide it with 'atat split --test-share' or '--test-per-class' before networks are trained.");
        }

        var told = Told(networks, catalog, heldOut, test, days, threads, progress, cancellation);
        progress?.Report("reading features");
        var source = FeatureSource.Read(features, []);
        var description = ModelDescription.Of(catalog.Schema, networks[0].ReadDescription().Metadata, source.Set, InputScaling.None);
        var inputs = TreeInputs.Of(description, source, catalog, objects, days);
        var taxonomy = catalog.Schema.Taxonomy;
        ImmutableArray<string> names = [.. taxonomy.Classes.Select(c => $"network:{c}")];
        var all = new FeatureMatrix(names, told).Beside(inputs);
        ImmutableArray<string> always = [.. names, .. description.Metadata];

        var validation = LabelledRows.Of(objects, split.Classes, days.Length, ..heldOut[0].Length);
        var training = LabelledRows.Of(objects, split.Classes, days.Length, heldOut[0].Length..^test.Length);
        var tested = LabelledRows.Of(objects, split.Classes, days.Length, ^test.Length..);
        ImmutableArray<double> gains = [];
        var steps = ImmutableArray.CreateBuilder<StackedStep>();

        void Step(string name, ImmutableArray<string> columns)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report($"trees on the networks and {name}");
            var matrix = all.Select([.. always, .. columns]);
            var trees = BoostedTreesFile.Read(new StringReader(BoostedTraining.Train(matrix, training, validation, taxonomy.Classes.Length, new BoostedSettings(), 1, threads, cancellation: cancellation)), "LightGBM");
            var probabilities = trees.PredictAll(matrix, tested.Rows, threads);
            gains = trees.Gains;
            steps.Add(new StackedStep(name, columns, PredictionPasses.Table(taxonomy, catalog, test, days, probabilities)));
        }

        Step("no feature", []);
        foreach (var (family, members) in FeatureSelection.Families(source.Set, catalog.Schema))
        {
            Step(family, members);
        }

        Step("all features", source.Set.Features);
        ImmutableArray<string> ranked = [.. source.Set.Features.Zip(gains.Skip(always.Length)).OrderByDescending(f => f.Second).Select(f => f.First)];
        steps[^1] = steps[^1] with { Features = ranked, IsRanked = true };
        foreach (var count in keep.Where(k => k < ranked.Length))
        {
            Step($"best {count}", ranked[..count]);
        }

        return steps.ToImmutable();
    }

    private static int[] Folds(IReadOnlyList<RunFolder> networks)
    {
        foreach (var run in networks)
        {
            if (run.ReadInfo().Model != ModelKind.Network || run.ReadDescription().Features is not null)
            {
                throw new InputException($"{run.Path} is not a network without features; give such as lc+md+mta, one a fold.");
            }
        }

        int[] folds = [.. networks.Select(run => run.ReadConfig().Data.ValidationFold)];
        return folds.Length < 2 || folds.Distinct().Count() < folds.Length
            ? throw new InputException($"The networks hold out the folds {string.Join(", ", folds)}; give two or more, each with another data.validation_fold.")
            : folds;
    }

    private static int[] Rows(Catalog catalog, TrainingSplit split, Func<int, bool> wanted) =>
        [.. Enumerable.Range(0, catalog.Count).Where(i => split.Classes[i] >= 0 && wanted(i))];

    // Logarithms of probabilities, a column a class: rows as TreeInputs has them.
    private static float[][] Told(IReadOnlyList<RunFolder> networks, Catalog catalog, int[][] heldOut, int[] test, double[] days, int threads, IProgress<string>? progress, CancellationToken cancellation)
    {
        var classes = catalog.Schema.Taxonomy.Classes.Length;
        var objects = heldOut.Sum(rows => rows.Length) + test.Length;
        var columns = Enumerable.Range(0, classes).Select(_ => new float[objects * days.Length]).ToArray();
        var first = 0;
        for (var n = 0; n < networks.Count; n++)
        {
            progress?.Report($"asking {networks[n].Path}");
            using var network = NetworkClassifier.Open(networks[n], new ClassifierOptions { Threads = threads });
            var classify = network.Over(catalog);
            for (var d = 0; d < days.Length; d++)
            {
                cancellation.ThrowIfCancellationRequested();
                Add(classify(heldOut[n], days[d]), heldOut[n].Length, (d * objects) + first, 1);
                Add(classify(test, days[d]), test.Length, (d * objects) + objects - test.Length, 1f / networks.Count);
            }

            first += heldOut[n].Length;
        }

        return columns;

        void Add(float[] probabilities, int rows, int at, float weight)
        {
            for (var i = 0; i < rows * classes; i++)
            {
                columns[i % classes][at + (i / classes)] += weight * MathF.Log(Math.Max(probabilities[i], LeastProbability));
            }
        }
    }
}
