using System.Collections.Immutable;
using System.Diagnostics;
using Atat.Forests;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Metrics;
using Atat.Training.Configuration;
using Atat.Training.Data;
using Atat.Training.Runs;

namespace Atat.Training.Trees;

/// <summary>Trains trees on metadata and features at some days into a run folder (thesis section 4.4.1); nothing is written before all of it is known.</summary>
public static class TreeTrainer
{
    /// <summary>Trains.</summary>
    /// <param name="config">What to train.</param>
    /// <param name="catalog">Split and labelled data.</param>
    /// <param name="folder">Receives the run.</param>
    /// <param name="options">How to carry it out.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops; nothing is kept.</param>
    /// <exception cref="InputException">The data do not fit the configuration, or the folder already holds a run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TreeOutcome Run(TreeConfig config, Catalog catalog, RunFolder folder, TrainerOptions options, IProgress<TreeProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (folder.Exists)
        {
            throw new InputException($"{folder.Path} already holds a run; choose another name.");
        }

        if (config.Model == TreeKind.Boosted)
        {
            LightGbmLibrary.Require();
        }

        var started = TimeProvider.System.GetUtcNow();
        var split = TrainingSplit.Of(catalog, config.Data.ValidationFold);
        var days = config.TrainingDays();
        var source = FeatureSource.ForTraining(config, catalog.Schema);
        var description = ModelDescription.Of(catalog.Schema, config.MetadataColumns(catalog.Schema), source?.Set, InputScaling.None);
        var table = TreeTable.Of(description, source, catalog, split, days);
        var clock = Stopwatch.StartNew();
        var (model, text) = Grow(config, catalog.Schema.Taxonomy, table, options.Threads, progress, cancellation);
        var seconds = clock.Elapsed.TotalSeconds;

        var probabilities = model.PredictAll(table.Features, table.Validation.Rows, options.Threads);
        var size = Size(model);
        var calibration = Calibrating.Of(TreeProbabilities.Logarithms(model, probabilities), table.Validation.Classes, model.Classes, TreeProbabilities.LeastTemperature) with
        {
            Step = (model as BoostedTrees)?.Rounds ?? config.Forest.Trees,
            Objects = split.Validation.Length,
            Days = days,
        };
        var importances = TreeImportances.Of(model, description.Columns(), TreeImportances.FamiliesOf(description, catalog.Schema));
        cancellation.ThrowIfCancellationRequested();

        folder.Write(config);
        folder.Write(description);
        folder.WriteSeenObjects(split.Training.Concat(split.Validation).Select(i => catalog.Ids[i]));
        folder.Write(calibration);
        OutputFile.Write(folder.Importances, path => File.WriteAllText(path, importances.ToCsv()));
        if (text is null)
        {
            TreeFiles.Write(folder, model, description);
        }
        else
        {
            OutputFile.Write(folder.Boosted, path => File.WriteAllText(path, text));
        }

        // Last, as it makes the folder a run: a training that is killed before this is begun again.
        folder.Write(RunInfo.Of(config, options, split, "cpu", options.Threads > 0 ? options.Threads : Environment.ProcessorCount, started) with
        {
            Model = config.Model == TreeKind.Boosted ? ModelKind.Boosted : ModelKind.Forest,
            Parameters = size,
            TrainingSeconds = seconds,
        });
        return new TreeOutcome(size, Scores(probabilities, table.Validation, split.Validation.Length, days, model.Classes), importances, calibration, seconds);
    }

    private static (IForest Model, string? Text) Grow(TreeConfig config, Taxonomy taxonomy, TreeTable table, int threads, IProgress<TreeProgress>? progress, CancellationToken cancellation)
    {
        var training = table.Training;
        var ofForests = progress is null ? null : new Told<double>(share => progress.Report(new TreeProgress(share, null)));
        switch (config.Model)
        {
            case TreeKind.Hierarchical:
                return (HierarchicalForest.Train(table.Features, training.Rows, training.Classes, Hierarchy.Of(taxonomy), config.Forest.Hierarchical(config.Seed, threads), ofForests, cancellation), null);
            case TreeKind.Balanced:
                return (BalancedForest.Train(table.Features, training.Rows, training.Classes, taxonomy.Classes.Length, config.Forest.Balanced(config.Seed, threads), ofForests, cancellation), null);
            default:
                var ofRounds = progress is null ? null : new Told<BoostedRound>(round => progress.Report(new TreeProgress((double)round.Round / config.Boosted.Rounds, round)));
                var text = BoostedTraining.Train(table.Features, training, table.Validation, taxonomy.Classes.Length, config.Boosted, config.Seed, threads, ofRounds, cancellation);
                return (BoostedTreesFile.Read(new StringReader(text), "LightGBM"), text);
        }
    }

    private static long Size(IForest model) => model switch
    {
        BalancedForest forest => Words(forest),
        HierarchicalForest many => many.Branches.Append(many.Top).Sum(f => f is null ? 0 : Words(f)),
        BoostedTrees trees => trees.NodeCount,
        _ => 0,
    };

    // What a forest has learned, in words of its nodes and leaves.
    private static long Words(BalancedForest forest) => forest.Size / sizeof(uint);

    private static ImmutableArray<DayScore> Scores(float[] probabilities, LabelledRows validation, int objects, double[] days, int classes)
    {
        var predicted = ArgMax.OfRows<float>(probabilities, classes);
        return [.. days.Select((day, d) =>
        {
            var confusion = ConfusionMatrix.FromLabels(validation.Classes.AsSpan(d * objects, objects), predicted.AsSpan(d * objects, objects), classes);
            return new DayScore(day, confusion.MacroF1, confusion.Accuracy);
        })];
    }

    private sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
