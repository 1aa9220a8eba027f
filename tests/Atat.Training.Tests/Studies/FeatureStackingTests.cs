using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.LightCurves;
using Atat.Networks;
using Atat.Training.Benchmarks;
using Atat.Training.Configuration;
using Atat.Training.FeatureTables;
using Atat.Training.Runs;
using Atat.Training.Studies;

namespace Atat.Training.Tests.Studies;

[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class FeatureStackingTests : IDisposable
{
    private static readonly double[] Days = [30, 2048];

    private static readonly Catalog Catalog = ToySurvey.Make(200);

    private readonly string root = Directory.CreateTempSubdirectory("atat").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void FeaturesHelpANetworkThatKnowsLittle()
    {
        var (networks, table) = (new[] { Network(0, 2), Network(1, 2) }, Table());
        var steps = FeatureStacking.Run(networks, Catalog, table, Days, [3, 10_000], 1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("no feature", steps[0].Name);
        Assert.Empty(steps[0].Features);
        Assert.Equal(["all features", "best 3"], steps.TakeLast(2).Select(s => s.Name));
        var all = steps[^2];
        Assert.True(all.IsRanked);
        Assert.Equal(all.Features.Order(StringComparer.Ordinal), FeatureFile.ReadSet(table).Features.Order(StringComparer.Ordinal));
        Assert.Equal(all.Features[..3], steps[^1].Features);

        int[] test = [.. Enumerable.Range(0, Catalog.Count).Where(i => Catalog.Partitions[i] == Partition.Test)];
        Assert.All(steps, step => Assert.Equal(Days.SelectMany(_ => test.Select(i => Catalog.Ids[i])), step.Predictions.ObjectIds));
        Assert.InRange(Accuracy(all), 0.9, 1);
        Assert.True(Accuracy(all) >= Accuracy(steps[0]));
    }

    [Fact]
    public void OnlyNetworksWithoutFeaturesOfDifferentFoldsServe()
    {
        var (one, table) = (Network(0, 1), Table());
        string Message(params RunFolder[] runs) =>
            Assert.Throws<InputException>(() => FeatureStacking.Run(runs, Catalog, table, Days, [], 1, cancellation: TestContext.Current.CancellationToken)).Message;
        Assert.Contains("hold out the folds 0;", Message(one), StringComparison.Ordinal);
        Assert.Contains("hold out the folds 0, 0;", Message(one, one), StringComparison.Ordinal);
        Assert.Contains("is not a network without features", Message(one, Network(1, 1, table)), StringComparison.Ordinal);
    }

    [Fact]
    public void InferenceIsTimedStepByStep()
    {
        var table = Table();
        RunFolder[] runs = [Network(0, 1), Network(1, 1, table)];
        int[] rows = [.. Enumerable.Range(0, 20)];
        var times = InferenceBenchmark.Measure(runs, Catalog, rows, table, 1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(runs.Select(run => run.Path), times.Runs.Select(run => run.Run));
        Assert.All(times.Runs, run => Assert.True(run.Milliseconds > 0 && run.MatrixShare is > 0 and < 1));
        Assert.InRange(times.Features, 0.001, 1000);
        Assert.True(times.MatrixRate > 1e8);
        Assert.True(double.IsNaN(InferenceBenchmark.Measure(runs[..1], Catalog, rows, null, 1, cancellation: TestContext.Current.CancellationToken).Features));
        Assert.Contains("--features FILE", Assert.Throws<InputException>(() => InferenceBenchmark.Measure(runs, Catalog, rows, null, 1, cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    private static double Accuracy(StackedStep step)
    {
        var right = 0;
        for (var i = 0; i < step.Predictions.Count; i++)
        {
            var row = step.Predictions.Row(i);
            right += step.Predictions.Classes[row[0] >= row[1] ? 0 : 1] == step.Predictions.Labels[i] ? 1 : 0;
        }

        return (double)right / step.Predictions.Count;
    }

    private RunFolder Network(int fold, int steps, string? features = null)
    {
        var folder = new RunFolder(Path.Combine(root, $"run{fold}{(features is null ? "" : "f")}"));
        var config = Presets.Atat with
        {
            Inputs = features is null ? ["lc"] : ["lc", "feat"],
            Data = new DataConfig { ValidationFold = fold, Features = features ?? "" },
            Window = new WindowConfig { Mta = true, Days = Days },
            Network = new NetworkConfig { LightCurve = new TransformerShape(2, 8, 2), Tabular = new TransformerShape(2, 4, 2), Harmonics = 8, Period = 100 },
            Batch = new BatchConfig { Size = 16, MicroBatchTokens = 2048 },
            Stopping = new StoppingConfig { Steps = steps, EvaluateEvery = steps },
        };
        Trainer.Run(config, Catalog, folder, new TrainerOptions { Threads = 1 }, cancellation: TestContext.Current.CancellationToken);
        return folder;
    }

    private string Table()
    {
        var path = Path.Combine(root, "features.parquet");
        FeatureFile.Write(path, FeatureRows.Compute(Catalog, Days, new FeatureExtractor(Catalog.Schema, new FeatureSettings())));
        return path;
    }
}
