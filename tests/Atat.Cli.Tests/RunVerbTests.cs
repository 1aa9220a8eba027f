using System.Text.Json;
using Atat.Formats.Parquet;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Training.Runs;

namespace Atat.Cli.Tests;

public sealed class RunVerbTests(TrainedRun trained) : IClassFixture<TrainedRun>
{
    [Fact]
    public void Training_fills_the_run_folder_and_reports_every_evaluation()
    {
        Assert.True(trained.Training.Exit == ExitCode.Done, trained.Training.Error);
        Assert.StartsWith($"{trained.Run}: 2 steps in ", trained.Training.Output, StringComparison.Ordinal);
        Assert.Equal(2, trained.Training.Error.Split('\n').Count(l => l.StartsWith("step ", StringComparison.Ordinal)));
        Assert.All(["run.json", "config.yaml", "classes.json", "best.safetensors", "last.safetensors", "quantiles.parquet", "metrics.jsonl"], f => Assert.True(File.Exists(Path.Combine(trained.Run, f)), f));

        var run = new RunFolder(trained.Run);
        Assert.StartsWith("atat train --data ", run.ReadInfo().Command, StringComparison.Ordinal);
        Assert.Equal(64, run.ReadInfo().DataHash.Length);
        var config = run.ReadConfig();
        Assert.Equal((3, true, 4, "lc md"), (config.Seed, config.Window.Mta, config.Network.Harmonics, string.Join(' ', config.Inputs)));
    }

    [Fact]
    public async Task Evaluation_writes_a_report_and_prints_the_scores()
    {
        var folder = trained.Folder["evaluation"];
        var output = await CommandLine.Succeed("evaluate", trained.Run, "--days", "8,2048", "--out", folder, "--threads", "1");
        Assert.Contains("macro F1", output, StringComparison.Ordinal);
        Assert.Contains("Whole light curve at 2048 days after the first detection, 8 objects", output, StringComparison.Ordinal);
        Assert.EndsWith($"report: {Path.Combine(folder, "report.html")}\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.All(["predictions.parquet", "metrics.json", "report.html", "days.csv"], f => Assert.True(File.Exists(Path.Combine(folder, f)), f));

        var predictions = PredictionFile.Read(Path.Combine(folder, "predictions.parquet"));
        var catalog = CatalogFile.Read(trained.CatalogPath);
        Assert.Equal(16, predictions.Count);
        Assert.All(predictions.ObjectIds, id => Assert.Equal(Partition.Test, catalog.Partitions[catalog.Ids.IndexOf(id)]));
    }

    [Fact]
    public async Task Evaluation_prints_json_for_machines()
    {
        var output = await CommandLine.Succeed("evaluate", trained.Run, "--days", "2048", "--part", "validation", "--out", trained.Folder["validation"], "--threads", "1", "--json", "--quiet");
        using var json = JsonDocument.Parse(output);
        Assert.Equal(8, json.RootElement.GetProperty("objects").GetInt32());
    }

    [Fact]
    public async Task A_copied_run_predicts_the_same_at_any_day()
    {
        var copy = Directory.CreateDirectory(trained.Folder["copy"]).FullName;
        foreach (var file in Directory.GetFiles(trained.Run))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        Assert.Equal($"{trained.Folder["a.parquet"]}: 48 objects at 2 days, 4 classes\n", (await CommandLine.Succeed("predict", trained.Run, "--data", trained.CatalogPath, "--day", "8,2048", "--out", trained.Folder["a.parquet"], "--threads", "1")).ReplaceLineEndings("\n"));
        await CommandLine.Succeed("predict", copy, "--data", trained.CatalogPath, "--out", trained.Folder["b.parquet"], "--threads", "1");
        var (a, b) = (PredictionFile.Read(trained.Folder["a.parquet"]), PredictionFile.Read(trained.Folder["b.parquet"]));
        Assert.Equal(48, b.Count);
        Assert.Equal(a.Probabilities[(48 * 4)..], b.Probabilities);
        Assert.All(Enumerable.Range(0, a.Count), i => Assert.Equal(1, a.Row(i).ToArray().Sum(), 1e-5));
    }

    [Fact]
    public async Task A_dry_run_prints_the_configuration_and_trains_nothing()
    {
        var output = await CommandLine.Succeed("train", "--data", trained.CatalogPath, "--preset", "thesis", "--inputs", "lc", "--set", "optimiser.learning_rate=1e-3", "--run", trained.Folder["dry"], "--dry-run");
        Assert.Contains("preset: \"thesis\"", output, StringComparison.Ordinal);
        Assert.Contains("inputs: [\"lc\"]", output, StringComparison.Ordinal);
        Assert.Contains("learning_rate: 0.001", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(trained.Folder["dry"]));
        await CommandLine.Succeed("train", "--config", trained.Folder.Write("again.yaml", output), "--run", trained.Folder["dry"], "--dry-run");
    }

    [Fact]
    public async Task A_finished_run_resumes_to_its_end_and_an_existing_one_is_not_overwritten()
    {
        Assert.Contains("already holds a run; choose another name, or add --resume", await CommandLine.Fail("train", "--data", trained.CatalogPath, "--run", trained.Run), StringComparison.Ordinal);
        Assert.StartsWith($"{trained.Run}: 2 steps", await CommandLine.Succeed("train", "--run", trained.Run, "--resume", "--threads", "1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train --run NEW", "Nothing to train on; give --data CATALOG")]
    [InlineData("train --data CATALOG --run NEW --set optimizer.learning_rate=1", "there is no key 'optimizer'; did you mean 'optimiser'?")]
    [InlineData("train --data CATALOG --run NEW --set seed", "--set seed: write key=value")]
    [InlineData("train --data CATALOG --run NEW --inputs lc,features", "'inputs' is lc,features")]
    [InlineData("train --data CATALOG --run NEW --preset theses", "Preset 'theses' does not exist")]
    [InlineData("train --data CATALOG --run NEW --device tpu", "Device 'tpu' does not exist")]
    [InlineData("train --run NEW --resume", "no run there")]
    [InlineData("evaluate NEW", "no run there")]
    [InlineData("evaluate RUN --days soon", "Day 'soon' is no number of days")]
    [InlineData("predict RUN --data NEW --out NEW", "no such file")]
    [InlineData("predict RUN --data CATALOG --out NEW --device cuda:99", "Device 'cuda:99' is not available here")]
    public async Task What_cannot_be_done_is_said_in_one_line(string line, string says)
    {
        var args = line.Split(' ').Select(a => a switch { "CATALOG" => trained.CatalogPath, "RUN" => trained.Run, "NEW" => trained.Folder["new"], _ => a });
        var (exit, output, error) = await CommandLine.Run([.. args, "--quiet"]);
        Assert.Equal((ExitCode.Failed, string.Empty), (exit, output));
        Assert.Contains(says, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalog_that_was_divided_anew_is_noticed()
    {
        var (catalog, run) = (trained.Folder["moving.parquet"], trained.Folder["moved"]);
        File.Copy(trained.CatalogPath, catalog);
        await CommandLine.Succeed(["train", "--data", catalog, "--inputs", "md", "--run", run, "--threads", "1", .. TrainedRun.Tiny]);
        await CommandLine.Succeed("split", catalog, "--test-per-class", "3", "--seed", "9");

        Assert.Contains("was trained or validated on", await CommandLine.Fail("evaluate", run, "--threads", "1"), StringComparison.Ordinal);
        Assert.Contains("was trained or validated on", await CommandLine.Fail("evaluate", run, "--data", trained.CatalogPath, "--part", "all", "--threads", "1"), StringComparison.Ordinal);
        Assert.Contains("its folds are not the run's", await CommandLine.Fail("evaluate", run, "--part", "validation", "--threads", "1"), StringComparison.Ordinal);
        Assert.Contains("could train on its test objects", (await CommandLine.Run("train", "--run", run, "--resume")).Error, StringComparison.Ordinal);
        File.Copy(trained.CatalogPath, catalog, overwrite: true);
        await CommandLine.Succeed("evaluate", run, "--days", "2048", "--threads", "1");
    }

    [Fact]
    public async Task An_interruption_saves_exits_with_130_and_can_be_resumed()
    {
        using var source = new CancellationTokenSource();
        var error = new InterruptingWriter(source);
        var run = trained.Folder["interrupted"];
        var exit = await AtatCommand.RunAsync(
            ["train", "--data", trained.CatalogPath, "--run", run, "--threads", "1", .. TrainedRun.Tiny, "--set", "stopping.steps=4"],
            new Terminal(TextWriter.Null, error),
            source.Token);
        Assert.True(exit == ExitCode.Interrupted, error.ToString());
        Assert.Contains("saved; go on with: atat train --run", error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"{run}: 4 steps", await CommandLine.Succeed("train", "--run", run, "--resume", "--threads", "1"), StringComparison.Ordinal);
    }
}
