using Atat.Cli.Studies;
using Atat.Formats.Embeddings;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Training.Representation;

namespace Atat.Cli.Tests;

/// <summary><c>atat represent</c> and <c>atat embed</c> with autoencoders.</summary>
public sealed class RepresentVerbTests : IDisposable
{
    // Networks small enough for a test.
    private static readonly string[] Small =
    [
        "--batch", "16", "--epochs", "2", "--set", "least_steps=2", "--set", "network.heads=2", "--set", "network.head_width=4", "--set", "network.harmonics=4",
        "--set", "network.perceptron_width=8", "--set", "network.lstm_width=6", "--set", "network.maps=4", "--set", "network.reference_points=27", "--set", "network.encoder_blocks=2",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_is_trained_and_scored()
    {
        var output = await CommandLine.Succeed(["represent", "train", "--dataset", "syn-a", "--objects", "40", "--test-objects", "20", "--encoder", "lstm", "--loss", "likelihood", "--run", folder["run"], "--threads", "1", "--quiet", .. Small]);
        Assert.Matches(@"Acc-Linear +\d+\.\d\d ?%", output);
        Assert.Contains("2 passes (the limit)", output, StringComparison.Ordinal);
        Assert.All(["run.json", "config.yaml", "bands.json", "best.safetensors", "metrics.jsonl", "objects.json"], file => Assert.True(File.Exists(Path.Combine(folder["run"], file)), file));
        Assert.Contains("other settings", await CommandLine.Fail(["represent", "train", "--dataset", "syn-b", "--objects", "40", "--run", folder["run"], "--quiet", .. Small]), StringComparison.Ordinal);
        Assert.Contains("atat embed", await CommandLine.Fail("predict", folder["run"], "--data", Catalog(), "--out", folder["p.parquet"], "--quiet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_is_reported_without_the_weights_too()
    {
        var (run, terminal) = (new RepresentationRunFolder(folder["study/runs/syn-a/lstm/run-0"]), new Terminal(TextWriter.Null, TextWriter.Null));
        await CommandLine.Succeed(["represent", "train", "--dataset", "syn-a", "--objects", "40", "--test-objects", "20", "--encoder", "lstm", "--loss", "likelihood", "--run", run.Path, "--threads", "1", "--quiet", .. Small]);
        var page = RepresentationStudyReport.Write(folder["study"], "atat represent", terminal)!;
        Assert.Contains("Embeddings of test series", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        File.Delete(run.Best);
        RepresentationStudyReport.Write(folder["study"], "atat represent", terminal);
        var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("Acc-Linear", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Embeddings of test series", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("syn-a", "5")]
    [InlineData("syn-b", "")]
    public async Task The_table_of_runs_has_the_noise_of_data_that_have_one(string dataset, string noise)
    {
        var run = folder["study/runs/set/lstm/run-0"];
        await CommandLine.Succeed(["represent", "train", "--dataset", dataset, "--objects", "40", "--test-objects", "20", "--encoder", "lstm", "--loss", "likelihood", "--run", run, "--threads", "1", "--quiet", .. Small]);
        RepresentationStudyReport.Write(folder["study"], "atat represent", new Terminal(TextWriter.Null, TextWriter.Null));
        var lines = await File.ReadAllLinesAsync(folder["study/report/runs.csv"], TestContext.Current.CancellationToken);
        Assert.Equal(noise, lines[1].Split(',')[Array.IndexOf(lines[0].Split(','), "noise_variance")]);
    }

    [Fact]
    public async Task A_catalog_is_embedded_by_its_passbands_and_periods()
    {
        var catalog = Catalog();
        await CommandLine.Succeed(["represent", "train", "--dataset", catalog, "--loss", "cross-entropy", "--run", folder["run"], "--threads", "1", "--quiet", .. Small]);
        Assert.Equal(["g", "r"], new RepresentationRunFolder(folder["run"]).ReadBands());
        await CommandLine.Succeed("embed", folder["run"], "--data", catalog, "--out", folder["e.parquet"], "--threads", "1", "--quiet");
        var table = EmbeddingFile.Read(folder["e.parquet"]);
        Assert.Equal((60, 8), (table.Count, table.Width));
        Assert.All(table.Values, value => Assert.True(float.IsFinite(value)));

        // The same objects under other names of their bands.
        var whole = CatalogFile.Read(catalog);
        CatalogFile.Write(folder["other.parquet"], whole.WithSchema(whole.Schema with { Passbands = [new Passband("g", 4800), new Passband("z", 9000)] }));
        Assert.Contains("the catalog has 'z'", await CommandLine.Fail("embed", folder["run"], "--data", folder["other.parquet"], "--trained-on", catalog, "--out", folder["o.parquet"], "--quiet"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("syn-d", "syn-a, syn-b, syn-c")]
    [InlineData("missing.parquet", "missing.parquet")]
    public async Task An_unknown_data_set_is_named(string dataset, string told) =>
        Assert.Contains(told, await CommandLine.Fail("represent", "--dataset", dataset, "--out", folder["study"], "--quiet"), StringComparison.Ordinal);

    [Fact]
    public async Task Mistakes_on_the_command_line_are_told()
    {
        Assert.Contains("there are decoder, encoder, loss", await CommandLine.Fail("represent", "--dataset", "syn-a", "--vary", "depth", "--out", folder["study"], "--quiet"), StringComparison.Ordinal);
        Assert.Contains("there are mha, lstm, resnet", await CommandLine.Fail("represent", "train", "--dataset", "syn-a", "--encoder", "gru", "--run", folder["run"], "--quiet"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await CommandLine.Run("represent")).Exit);
    }

    // Sixty objects of two classes in two bands, split.
    private string Catalog()
    {
        var path = folder["stars.parquet"];
        if (!File.Exists(path))
        {
            var random = new Random(1);
            var builder = new CatalogBuilder(new CatalogSchema(
                "toy",
                [new Passband("g", 4800), new Passband("r", 6200)],
                BrightnessUnit.Flux,
                27.5,
                [new MetadataColumn("period", MetadataRole.Period)],
                new Taxonomy([new TaxonomyEntry("slow", "Slow"), new TaxonomyEntry("fast", "Fast")])));
            for (var i = 0; i < 60; i++)
            {
                var mjd = Enumerable.Range(0, 20).Select(_ => 60000 + (30 * random.NextDouble())).Order().ToArray();
                builder.Add(
                    new ObjectRow($"star-{i}", i % 2 == 0 ? "slow" : "fast"),
                    [i % 3 == 0 ? float.NaN : 1 + random.NextSingle()],
                    new LightCurve(mjd, [.. mjd.Select(t => (float)Math.Sin(i % 2 == 0 ? t : 9 * t))], [.. Enumerable.Repeat(0.1f, 20)], [.. Enumerable.Range(0, 20).Select(k => (byte)(k % 2))], new bool[20], new bool[20]));
            }

            CatalogFile.Write(path, LightCurves.Splits.StratifiedSplit.Apply(builder.Build(), LightCurves.Splits.TestSize.Share(0.25), 3, 1));
        }

        return path;
    }
}
