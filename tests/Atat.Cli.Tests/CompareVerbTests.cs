using System.Text.Json;
using Atat.Formats.Predictions;
using Atat.Training.Runs;

namespace Atat.Cli.Tests;

public sealed class CompareVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Tables_tell_scores_settings_and_differences()
    {
        Make("first", 0.2, "window:\n  mta: false\nseed: 1\n");
        Make("second", 0.9, "window:\n  mta: true\nseed: 1\n");
        var output = await CommandLine.Succeed("compare", folder["first"], folder["second"]);

        Assert.Matches("day +first +second", output);
        Assert.Matches(@"window\.mta +false +true", output);
        Assert.DoesNotContain("seed", output, StringComparison.Ordinal);
        Assert.Contains("McNemar's exact test", output, StringComparison.Ordinal);
        Assert.Matches(@"second +2048 +x +[01]\.\d{3} +0\.\d{3} +\+0\.\d{3}", output);
    }

    [Fact]
    public async Task Equal_runs_differ_in_nothing()
    {
        Make("first", 0.6, "seed: 1\n");
        Make("other/first", 0.6, "seed: 1\n");
        var output = await CommandLine.Succeed("compare", folder["first"], folder["other/first"]);

        Assert.Contains("The configurations do not differ.", output, StringComparison.Ordinal);
        Assert.Contains("No class's F1 differs significantly.", output, StringComparison.Ordinal);
        Assert.Contains(folder["other/first"], output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_written_and_json_printed()
    {
        Make("first", 0.2, "seed: 1\n");
        Make("second", 0.9, "trees: 500\n", objects: 100);
        var (exit, output, error) = await CommandLine.Run("compare", folder["first"], folder["second"], "--out", folder["out"], "--json");
        using var json = JsonDocument.Parse(output);

        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal(80, json.RootElement.GetProperty("objects").GetInt32());
        Assert.Contains("second was evaluated on 100", json.RootElement.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.All(["report.html", "comparison.md", "days.csv", "figures/f1_by_day.svg", "figures/confusion.png"], name => Assert.True(File.Exists(Path.Combine(folder["out"], name)), name));
        Assert.Contains("reading", error, StringComparison.Ordinal);
        Assert.EndsWith($"report: {Path.Combine(folder["out"], "report.html")}\n", (await CommandLine.Succeed("compare", folder["first"], folder["second"], "--out", folder["out"])).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_said_in_one_line()
    {
        Make("first", 0.2, "seed: 1\n");
        Make("second", 0.2, "seed: 1\n", from: 1000);
        Make("third", 0.2, "seed: 1\n");
        File.Delete(Path.Combine(folder["third"], "evaluation", "predictions.parquet"));

        await AssertFails("none of which first was evaluated on; evaluate all runs on the test objects of one catalog: atat evaluate", "first", "second");
        await AssertFails("is not evaluated: ", "first", "third");
        await AssertFails("a run is given twice", "first", "first");
        await AssertFails("no run there", "first", "fourth");
    }

    [Fact]
    public async Task One_run_is_too_few()
    {
        var (exit, _, error) = await CommandLine.Run("compare", "first");
        Assert.Equal(ExitCode.Usage, exit);
        Assert.StartsWith("error: give two or more runs", error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task AssertFails(string says, params string[] runs) =>
        Assert.Contains(says, await CommandLine.Fail(["compare", .. runs.Select(run => folder[run]), "--quiet"]), StringComparison.Ordinal);

    // A run of which all is there that comparing needs; right as often as its skill.
    private void Make(string name, double skill, string config, int objects = 80, int from = 0)
    {
        var run = new RunFolder(folder[name]);
        run.Write(new RunInfo { ProgramVersion = "1", Command = "atat train", DataHash = "00", Host = "", Seed = 1, Device = "cpu", Threads = 1, Started = DateTimeOffset.UnixEpoch });
        File.WriteAllText(Path.Combine(run.Path, "config.yaml"), config);
        var random = new Random(1);
        double[] days = [8, 2048];
        var rows = days.SelectMany(day => Enumerable.Range(from, objects).Select(i => (Id: $"o{i}", Day: day, X: (i % 2 == 0) == (random.NextDouble() < skill) ? 0.9f : 0.1f, Label: i % 2 == 0 ? "x" : "y"))).ToArray();
        PredictionFile.Write(
            Path.Combine(run.Evaluation, "predictions.parquet"),
            new PredictionTable(["x", "y"], [.. rows.Select(r => r.Id)], [.. rows.Select(r => r.Day)], [.. rows.Select(r => r.Label)], [.. rows.SelectMany(r => new[] { r.X, 1 - r.X })]));
    }
}
