using System.Collections.Immutable;
using Atat.Forests;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Metrics;
using Atat.Training.Configuration;
using Atat.Training.Data;
using Atat.Training.Runs;
using Atat.Training.Trees;

namespace Atat.Training.Benchmarks;

/// <summary>Grows balanced random forests on the training part of a catalog, and scores and times them on its test part.</summary>
public sealed class ForestBenchmark
{
    // Passes over the test part; the median counts.
    private const int Passes = 7;

    private const double WarmUpSeconds = 3;

    private readonly FeatureMatrix features;
    private readonly LabelledRows training;
    private readonly LabelledRows test;
    private readonly ImmutableArray<string> classes;

    private ForestBenchmark(FeatureMatrix features, LabelledRows training, LabelledRows test, ImmutableArray<string> classes) =>
        (this.features, this.training, this.test, this.classes) = (features, training, test, classes);

    /// <summary>Of a catalog that is divided: all folds of the training part, and the test part.</summary>
    /// <param name="catalog">The objects.</param>
    /// <param name="table">Table of their features; the metadata of the catalog stand before these.</param>
    /// <param name="day">Days after the first detection.</param>
    /// <param name="missing">Number in the place of missing values; null to keep these.</param>
    /// <exception cref="InputException">A part has no labelled object or a label is unknown; or the table has no such object or day.</exception>
    public static ForestBenchmark Of(Catalog catalog, string table, double day, float? missing = null)
    {
        var taxonomy = catalog.Schema.Taxonomy;
        var classOf = Enumerable.Range(0, catalog.Count).Select(i => catalog.Labels[i] is { } label ? taxonomy.ClassOf(label) : -1).ToArray();
        int[] Part(Partition part) => Enumerable.Range(0, catalog.Count).Where(i => catalog.Partitions[i] == part && classOf[i] >= 0).ToArray() is { Length: > 0 } rows
            ? rows
            : throw new InputException($"The catalog has no labelled objects in its {part.ToString().ToLowerInvariant()} part; divide it first: atat split CATALOG --test-share 0.3.");
        var (forTraining, forTest) = (Part(Partition.Train), Part(Partition.Test));
        var config = new TreeConfig { Inputs = catalog.Schema.Metadata.Length > 0 ? ["md", "feat"] : ["feat"], Days = [day], Data = new DataConfig { Features = table } };
        var source = FeatureSource.ForTraining(config, catalog.Schema);
        var description = ModelDescription.Of(catalog.Schema, config.MetadataColumns(catalog.Schema), source?.Set, InputScaling.None);
        int[] objects = [.. forTraining, .. forTest];
        var matrix = TreeInputs.Of(description, source, catalog, objects, config.TrainingDays());
        return new ForestBenchmark(
            missing is { } number ? Filled(matrix, number) : matrix,
            LabelledRows.Of(objects, classOf, 1, ..forTraining.Length),
            LabelledRows.Of(objects, classOf, 1, forTraining.Length..),
            taxonomy.Classes);
    }

    /// <summary>Grows, scores and times a forest for each of some seeds.</summary>
    /// <param name="seeds">Seeds.</param>
    /// <param name="trees">Trees of a forest.</param>
    /// <param name="threads">Threads to train on; predictions are timed on one.</param>
    /// <param name="progress">Told how many forests there are.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InputException">A class has no object to train on, or there are too many trees.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ForestScores Run(IReadOnlyCollection<int> seeds, int trees, int threads, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        var settings = new ForestSettings { Trees = trees, Threads = threads };

        // The first forests are for the runtime, which compiles anew what it finds to be used much, on the same processor where there is but one.
        var started = ProcessorTime.Now;
        do
        {
            Score(settings with { Trees = Math.Min(trees, 50) }, cancellation);
        }
        while (ProcessorTime.Now - started < WarmUpSeconds);

        var scores = ImmutableArray.CreateBuilder<ForestScore>();
        foreach (var seed in seeds)
        {
            scores.Add(Score(settings with { Seed = seed }, cancellation));
            progress?.Report($"{scores.Count} of {seeds.Count} forests");
        }

        return new ForestScores(training.Rows.Length, test.Rows.Length, features.Columns, classes.Length, trees, threads, scores.ToImmutable());
    }

    /// <summary>Writes the matrices that forests see, for other programs: <c>train_features.npy</c> (objects, columns), <c>train_classes.npy</c> (objects), the same of the test part, and <c>columns.txt</c> and <c>classes.txt</c> with the names.</summary>
    /// <param name="folder">Takes the files; NaN is what is missing.</param>
    public void Export(string folder)
    {
        foreach (var (name, part) in new[] { ("train", training), ("test", test) })
        {
            var values = new float[part.Rows.Length * features.Columns];
            for (var i = 0; i < part.Rows.Length; i++)
            {
                features.CopyRow(part.Rows[i], values.AsSpan(i * features.Columns, features.Columns));
            }

            NumpyFile.Write(Path.Combine(folder, $"{name}_features.npy"), values, features.Columns);
            NumpyFile.Write(Path.Combine(folder, $"{name}_classes.npy"), part.Classes);
        }

        OutputFile.Write(Path.Combine(folder, "columns.txt"), path => File.WriteAllLines(path, features.Names));
        OutputFile.Write(Path.Combine(folder, "classes.txt"), path => File.WriteAllLines(path, classes));
    }

    private static FeatureMatrix Filled(FeatureMatrix features, float number) =>
        new(features.Names, [.. Enumerable.Range(0, features.Columns).Select(k => Array.ConvertAll(features.Column(k).ToArray(), value => float.IsFinite(value) ? value : number))]);

    private ForestScore Score(ForestSettings settings, CancellationToken cancellation)
    {
        var begin = ProcessorTime.Now;
        var forest = BalancedForest.Train(features, training.Rows, training.Classes, classes.Length, settings, null, cancellation);
        var seconds = ProcessorTime.Now - begin;
        var passes = new double[Passes];
        float[] probabilities = [];
        for (var i = 0; i < passes.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            begin = ProcessorTime.Now;
            probabilities = forest.PredictAll(features, test.Rows, threads: 1);
            passes[i] = 1e6 * (ProcessorTime.Now - begin) / test.Rows.Length;
        }

        var confusion = ConfusionMatrix.FromLabels(test.Classes, ArgMax.OfRows<float>(probabilities, classes.Length), classes.Length);
        return new ForestScore(settings.Seed, confusion.MacroF1, seconds, Median.Of(passes));
    }
}
