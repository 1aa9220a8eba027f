using System.Text.Json;
using Atat.Formats.Predictions;
using Atat.Training.Configuration;
using Atat.Training.Runs;

namespace Atat.Cli.Tests;

public sealed class ForestVerbTests(TrainedForest trained) : IClassFixture<TrainedForest>
{
    [Fact]
    public void Training_fills_the_run_folder_and_prints_scores_and_importances()
    {
        var (exit, output, error) = trained.Training;
        Assert.True(exit == ExitCode.Done, error);
        Assert.Matches("(?m)^ *2048 +[01]\\.\\d{4} +[01]\\.\\d{4}", output);
        Assert.Contains("Importance of families", output, StringComparison.Ordinal);
        Assert.Matches($"(?m)^{System.Text.RegularExpressions.Regex.Escape(trained.Run)}: [0-9,]+ values in ", output);
        Assert.Equal(
            ["calibration.json", "classes.json", "config.yaml", "forest.bin", "importances.csv", "objects.json", "run.json"],
            Directory.GetFiles(trained.Run).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

        var run = new RunFolder(trained.Run);
        Assert.StartsWith("atat forest --data ", run.ReadInfo().Command, StringComparison.Ordinal);
        Assert.Equal((64, 64, 3, 1), (run.ReadInfo().DataHash.Length, run.ReadInfo().FeaturesHash.Length, run.ReadInfo().Seed, run.ReadInfo().Threads));
        var config = Assert.IsType<TreeConfig>(run.ReadRunConfig());
        Assert.Equal((TreeKind.Hierarchical, 20, "8 2048"), (config.Model, config.Forest.Trees, string.Join(' ', config.Days)));
    }

    [Fact]
    public async Task Trees_embed_nothing() =>
        Assert.Contains("holds trees, which embed nothing", await CommandLine.Fail("embed", trained.Run, "--data", trained.CatalogPath, "--out", trained.Folder["e.parquet"], "--quiet"), StringComparison.Ordinal);

    [Theory]
    [InlineData("hierarchical")]
    [InlineData("balanced")]
    [InlineData("boosted")]
    public async Task Every_model_is_evaluated_as_a_network_is(string model)
    {
        var (run, folder) = (trained.Folder[model], trained.Folder[model + "-evaluation"]);
        var (exit, _, error) = await trained.Train(run, "--model", model);
        Assert.True(exit == ExitCode.Done, error);
        var output = await CommandLine.Succeed("evaluate", run, "--features", trained.Features, "--days", "8,2048", "--out", folder, "--threads", "1");
        Assert.Contains("Whole light curve at 2048 days after the first detection, 8 objects", output, StringComparison.Ordinal);
        Assert.All(["predictions.parquet", "metrics.json", "report.html"], f => Assert.True(File.Exists(Path.Combine(folder, f)), f));
        Assert.Contains(model == "boosted" ? "gradient-boosted trees, inputs md + feat at days 8, 2048" : "random forest, inputs md + feat", await File.ReadAllTextAsync(Path.Combine(folder, "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await CommandLine.Succeed("evaluate", run, "--days", "2048", "--part", "validation", "--threads", "1", "--json", "--quiet"));
        Assert.Equal(8, json.RootElement.GetProperty("objects").GetInt32());
    }

    [Fact]
    public async Task Predictions_are_the_same_from_a_table_and_from_computed_features()
    {
        Assert.Equal($"{trained.Folder["a.parquet"]}: 48 objects at 2 days, 4 classes\n", (await CommandLine.Succeed("predict", trained.Run, "--data", trained.CatalogPath, "--features", trained.Features, "--day", "8,2048", "--out", trained.Folder["a.parquet"])).ReplaceLineEndings("\n"));
        await CommandLine.Succeed("predict", trained.Run, "--data", trained.CatalogPath, "--day", "8,30,2048", "--out", trained.Folder["b.parquet"]);
        var (a, b) = (PredictionFile.Read(trained.Folder["a.parquet"]), PredictionFile.Read(trained.Folder["b.parquet"]));
        Assert.Equal(48 * 3, b.Count);
        Assert.Equal(a.Probabilities[..(48 * 4)], b.Probabilities[..(48 * 4)]);
        Assert.Equal(a.Probabilities[(48 * 4)..], b.Probabilities[(48 * 8)..]);
    }

    [Fact]
    public async Task Importances_by_permutation_are_written_as_a_table()
    {
        var file = trained.Folder["importance.csv"];
        var (exit, output, error) = await trained.Train(trained.Folder["with-importance"], "--importance", file);
        Assert.True(exit == ExitCode.Done, error);
        Assert.Contains("Macro F1 lost without family", output, StringComparison.Ordinal);
        Assert.Equal("column,family,impurity,permutation,standard_deviation", (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))[0]);
        Assert.Contains("is the catalog itself", await CommandLine.Fail("forest", "--data", trained.CatalogPath, "--features", trained.Features, "--run", trained.Folder["new"], "--importance", trained.CatalogPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_benchmark_scores_each_seed_and_writes_the_matrices_it_saw()
    {
        string[] line = ["bench", "forest", "--data", trained.CatalogPath, "--features", trained.Features, "--day", "8", "--trees", "10", "--seeds", "3"];
        Assert.Contains("40 objects to train on, 8 to test", await CommandLine.Succeed(line), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await CommandLine.Succeed([.. line, "--first-seed", "4", "--export", trained.Folder["matrices"], "--json"]));
        Assert.Equal([4, 5, 6], json.RootElement.GetProperty("seeds").EnumerateArray().Select(s => s.GetProperty("seed").GetInt32()));
        Assert.InRange(json.RootElement.GetProperty("macro_f1").GetDouble(), 0.1, 1);
        var columns = json.RootElement.GetProperty("columns").GetInt32();
        Assert.Equal(columns, (await File.ReadAllLinesAsync(Path.Combine(trained.Folder["matrices"], "columns.txt"), TestContext.Current.CancellationToken)).Length);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(trained.Folder["matrices"], "train_features.npy"), TestContext.Current.CancellationToken);
        Assert.Equal([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0], bytes[..8]);
        Assert.Contains($"'shape': (40, {columns})", System.Text.Encoding.ASCII.GetString(bytes, 10, 118), StringComparison.Ordinal);
        Assert.Equal((0, 40 * columns * sizeof(float)), (bytes.Length % 4, bytes.Length - 10 - BitConverter.ToUInt16(bytes, 8)));
        Assert.Equal(ExitCode.Usage, (await CommandLine.Run([.. line[..^1], "0"])).Exit);
    }

    [Fact]
    public async Task Metadata_alone_need_no_table()
    {
        var run = trained.Folder["metadata"];
        await CommandLine.Succeed("forest", "--data", trained.CatalogPath, "--inputs", "md", "--run", run, "--days", "2048", "--set", "forest.trees=5", "--set", "forest.transient_trees=5", "--threads", "1");
        await CommandLine.Succeed("predict", run, "--data", trained.CatalogPath, "--day", "3", "--out", trained.Folder["m.parquet"]);
        Assert.Contains("reads no features", await CommandLine.Fail("predict", run, "--data", trained.CatalogPath, "--features", trained.Features, "--out", trained.Folder["m.parquet"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_prints_the_configuration_and_trains_nothing()
    {
        var output = await CommandLine.Succeed("forest", "--data", trained.CatalogPath, "--features", trained.Features, "--model", "boosted", "--days", "30,4", "--set", "boosted.num_leaves=7", "--run", trained.Folder["dry"], "--dry-run");
        Assert.Contains("model: \"boosted\"", output, StringComparison.Ordinal);
        Assert.Contains("days: [4, 30]", output, StringComparison.Ordinal);
        Assert.Contains("num_leaves: 7", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(trained.Folder["dry"]));
        Assert.Equal(output, await CommandLine.Succeed("forest", "--config", trained.Folder.Write("again.yaml", output), "--run", trained.Folder["dry"], "--dry-run"));
    }

    [Theory]
    [InlineData("forest --run NEW", "Nothing to train on; give --data CATALOG")]
    [InlineData("forest --data CATALOG --run NEW", "--features FILE, or data.features")]
    [InlineData("forest --data CATALOG --features FEATURES --run NEW", "no features at day 128; it has days 8, 2048")]
    [InlineData("forest --data CATALOG --features FEATURES --run RUN", "already holds a run; choose another name")]
    [InlineData("forest --data CATALOG --features CATALOG --run NEW", "feature")]
    [InlineData("forest --data CATALOG --inputs lc,md --run NEW", "'inputs' is lc,md; it must be some of md, feat")]
    [InlineData("forest --data CATALOG --inputs md --run NEW --set forest.tree=3", "did you mean 'forest.trees'?")]
    [InlineData("forest --data CATALOG --inputs md --run NEW --set data.validation_fold=9", "Fold 9 has 0")]
    [InlineData("train --run RUN --resume", "holds trees, not a network")]
    [InlineData("export RUN --out NEW", "holds trees, not weights")]
    public async Task What_cannot_be_done_is_said_in_one_line(string line, string says)
    {
        var args = line.Split(' ').Select(a => a switch { "CATALOG" => trained.CatalogPath, "FEATURES" => trained.Features, "RUN" => trained.Run, "NEW" => trained.Folder["new"], _ => a });
        var (exit, output, error) = await CommandLine.Run([.. args, "--quiet"]);
        Assert.Equal((ExitCode.Failed, string.Empty), (exit, output));
        Assert.Contains(says, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(trained.Folder["new"]));
    }

    [Theory]
    [InlineData("--model", "forest", "there are hierarchical, balanced, boosted")]
    [InlineData("--inputs", "md", "--features goes with the input feat")]
    public async Task Options_that_do_not_fit_are_usage_errors(string option, string value, string says)
    {
        var (exit, _, error) = await CommandLine.Run("forest", "--data", trained.CatalogPath, "--features", trained.Features, "--run", trained.Folder["new"], option, value);
        Assert.Equal(ExitCode.Usage, exit);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hierarchical", "check: ")]
    [InlineData("boosted", "round ")]
    public async Task An_interruption_exits_with_130_and_leaves_no_run(string model, string at)
    {
        using var source = new CancellationTokenSource();
        var error = new InterruptingWriter(source, at);
        var run = trained.Folder["interrupted-" + model];
        var exit = await AtatCommand.RunAsync(
            ["forest", "--data", trained.CatalogPath, "--features", trained.Features, "--model", model, "--run", run, .. TrainedForest.Small, "--set", "boosted.rounds=1000", "--set", "boosted.patience=1000", "--set", "forest.trees=20000"],
            new Terminal(TextWriter.Null, error),
            source.Token);
        Assert.True(exit == ExitCode.Interrupted, error.ToString());
        Assert.False(Directory.Exists(run));
    }
}
