using System.Text.Json;
using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.Formats.Parquet;
using Atat.Simulation;
using Atat.Simulation.Light;
using Atat.Training.FeatureTables;

namespace Atat.Cli.Tests;

public sealed class FeaturesVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_page_of_the_documentation_is_that_of_the_registry()
    {
        await CommandLine.Succeed("features", "--describe", folder["features.md"]);
        var expected = await File.ReadAllTextAsync(folder["features.md"], TestContext.Current.CancellationToken);
        Assert.Equal(expected.ReplaceLineEndings("\n"), (await File.ReadAllTextAsync(Repository.Path("docs", "features.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_catalog_becomes_a_table()
    {
        CatalogFile.Write(folder["c.parquet"], new SimulatedSurvey(1, ClassRates.Balanced).Make(0, 6));
        var (table, csv) = (folder["f.parquet"], folder["f.csv"]);
        var output = await CommandLine.Succeed("features", folder["c.parquet"], "--days", "2048,8", "--out", table, "--threads", "2");
        var features = FeatureRegistry.Columns(FeaturePreset.Thesis, [.. LsstPassbands.All]).Length;
        Assert.StartsWith($"{table}: 6 objects, 12 rows, {features} features, ", output, StringComparison.Ordinal);
        Assert.EndsWith(" objects/s\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var read = FeatureFile.Read(table);
        Assert.Equal([8, 2048], read.Days[..2]);
        Assert.Equal(("thesis", false), (read.Set.Preset, read.Set.Published));

        using var json = JsonDocument.Parse(await CommandLine.Succeed("features", folder["c.parquet"], "--preset", "composite", "--published", "--out", csv, "--json"));
        Assert.Equal(6, json.RootElement.GetProperty("rows").GetInt32());
        Assert.Equal(7, (await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task An_interruption_keeps_what_is_finished()
    {
        CatalogFile.Write(folder["c.parquet"], new SimulatedSurvey(1, ClassRates.Balanced).Make(0, 2));
        var error = new StringWriter();
        var exit = await AtatCommand.RunAsync(["features", folder["c.parquet"], "--out", folder["f.parquet"]], new Terminal(TextWriter.Null, error), new CancellationToken(canceled: true));
        Assert.Equal(ExitCode.Interrupted, exit);
        Assert.Equal($"what is finished stands in {folder["f.parquet"]}.parts; the same command goes on from it\ninterrupted\n", error.ToString().ReplaceLineEndings("\n"));
        await CommandLine.Succeed("features", folder["c.parquet"], "--out", folder["f.parquet"]);
    }

    [Theory]
    [InlineData("features", "give one of CATALOG, --list, --explain and --describe")]
    [InlineData("features c.parquet --list", "give one of CATALOG, --list, --explain and --describe")]
    [InlineData("features c.parquet", "give --out, the table to write")]
    [InlineData("features --list --out f.csv", "--out goes with CATALOG")]
    [InlineData("features c.parquet --out f.parquet --threads -1", "--threads must not be negative")]
    [InlineData("features c.parquet --out f.parquet --preset thesi", "Argument 'thesi' not recognized")]
    [InlineData("features c.parquet --out f.parquet --publish", "unknown option '--publish'; did you mean '--published'?")]
    public async Task A_wrong_command_line_is_explained(string line, string says)
    {
        var (exit, _, error) = await CommandLine.Run(line.Split(' '));
        Assert.Equal(ExitCode.Usage, exit);
        Assert.StartsWith($"error: {says}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_or_day_is_one_line()
    {
        Assert.Equal("error: nowhere.parquet: no such file.", await CommandLine.Fail("features", "nowhere.parquet", "--out", folder["f.parquet"]));
        Assert.Contains("Day 'soon' is no number of days", await CommandLine.Fail("features", "nowhere.parquet", "--days", "soon", "--out", folder["f.parquet"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FeaturePreset.Thesis)]
    [InlineData(FeaturePreset.Composite)]
    public async Task All_features_are_listed(FeaturePreset preset)
    {
        var name = preset == FeaturePreset.Thesis ? "thesis" : "composite";
        var columns = FeatureRegistry.Columns(preset, [.. LsstPassbands.All]);
        using var json = JsonDocument.Parse(await CommandLine.Succeed("features", "--list", "--preset", name, "--json"));
        Assert.Equal(columns.Select(c => c.Name), json.RootElement.EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        var page = await CommandLine.Succeed("features", "--list", "--preset", name);
        Assert.Contains($"preset {name}: {FeatureRegistry.Families(preset).Length} families, {columns.Length} columns in ugrizY", page, StringComparison.Ordinal);
        Assert.All(FeatureRegistry.Families(preset).SelectMany(f => f.Features), feature => Assert.Contains(feature.Name, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_feature_is_explained()
    {
        Assert.StartsWith("error: No feature 'no-such-feature-at-all'", await CommandLine.Fail("features", "--explain", "no-such-feature-at-all"), StringComparison.Ordinal);
        foreach (var column in FeatureRegistry.Columns(FeaturePreset.Thesis, [.. LsstPassbands.All]).DistinctBy(c => c.Family.Name))
        {
            var page = await CommandLine.Succeed("features", "--explain", column.Name);
            Assert.Contains(column.Feature.Formula, page, StringComparison.Ordinal);
            Assert.Contains(column.Name, page, StringComparison.Ordinal);
            using var json = JsonDocument.Parse(await CommandLine.Succeed("features", "--explain", column.Feature.Name, "--json"));
            Assert.Equal(column.Feature.Name, json.RootElement[0].GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task The_documentation_is_written()
    {
        await CommandLine.Succeed("features", "--describe", folder["features.md"]);
        var page = await File.ReadAllTextAsync(folder["features.md"], TestContext.Current.CancellationToken);
        Assert.StartsWith("# Features\n", page, StringComparison.Ordinal);
        Assert.All(FeatureRegistry.Families(FeaturePreset.Thesis), family => Assert.Contains($"## {family.Name}", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 0, 0, "features 0 %")]
    [InlineData(500, 0, 10, "features 50 %, 50 objects/s, 10 s left")]
    [InlineData(500, 400, 100, "features 50 %, 1 objects/s, 8 min left")]
    [InlineData(1, 0, 36, "features 0 %, 0 objects/s, 10.0 h left")]
    public void Progress_has_a_rate_and_what_is_left(int objects, int takenOver, int seconds, string line) =>
        Assert.Equal(line, FeatureLog.Line(new FeatureProgress(objects, takenOver, 1000), TimeSpan.FromSeconds(seconds)));
}
