using Atat.Formats.Parquet;

namespace Atat.Cli.Tests;

public sealed class SimulateVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task CatalogAndSnanaFilesHoldTheSameSurvey()
    {
        Assert.StartsWith($"{folder["c.parquet"]}: 40 objects", await CommandLine.Succeed("simulate", "--objects", "40", "--out", folder["c.parquet"], "--seed", "2"), StringComparison.Ordinal);
        await CommandLine.Succeed("simulate", "--objects", "40", "--out", folder["fits"], "--format", "snana", "--seed", "2");
        await CommandLine.Succeed("import", "snana", folder["fits"], "--out", folder["back.parquet"]);
        var (written, back) = (CatalogFile.Read(folder["c.parquet"]), CatalogFile.Read(folder["back.parquet"]));
        Assert.Equal(40, back.Count);
        for (var i = 0; i < written.Count; i++)
        {
            var expected = written[i];
            var actual = back[back.Ids.IndexOf(written.Ids[i])];
            Assert.Equal(expected.Label, actual.Label);
            Assert.Equal(expected.RightAscension, actual.RightAscension);
            Assert.Equal(expected.Metadata.ToArray(), actual.Metadata.ToArray());
            LightCurveAssert.Equal(expected.LightCurve, actual.LightCurve);
        }

        Assert.Contains("is there already", await CommandLine.Fail("simulate", "--objects", "4", "--out", folder["fits"], "--format", "snana"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RatesComeFromAFile()
    {
        await File.WriteAllTextAsync(folder["rates.csv"], "class,weight\nKN,1\nAGN,3\n", TestContext.Current.CancellationToken);
        await CommandLine.Succeed("simulate", "--objects", "60", "--out", folder["c.parquet"], "--rates", folder["rates.csv"]);
        var labels = CatalogFile.Read(folder["c.parquet"]).Labels.ToArray();
        Assert.InRange(labels.Count(label => label == "AGN"), 30, 58);
        Assert.All(labels, label => Assert.True(label is "AGN" or "KN_K17" or "KN_B19"));
        await File.WriteAllTextAsync(folder["wrong.csv"], "class,weight\nKN,many\n", TestContext.Current.CancellationToken);
        Assert.Contains("wrong.csv row 2", await CommandLine.Fail("simulate", "--objects", "1", "--out", folder["c.parquet"], "--rates", folder["wrong.csv"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--objects 0 --out x")]
    [InlineData("--out x")]
    [InlineData("--objects 5")]
    [InlineData("--objects 5 --out x --first -1")]
    [InlineData("--objects 5 --out x --format csv")]
    public async Task UsageIsChecked(string line) =>
        Assert.Equal(2, (await CommandLine.Run(["simulate", .. line.Split(' ')])).Exit);

    [Fact]
    public async Task GalleryIsAPageWithFigures()
    {
        await CommandLine.Succeed("simulate", "--gallery", folder["gallery"]);
        var page = await File.ReadAllTextAsync(Path.Combine(folder["gallery"], "gallery.md"), TestContext.Current.CancellationToken);
        Assert.All(LightCurves.Taxonomies.Elasticc.Classes, name => Assert.Contains(name, page, StringComparison.Ordinal));
        Assert.True(Directory.GetFiles(folder["gallery"], "*.png").Length > 60);
        Assert.DoesNotContain("✗", page, StringComparison.Ordinal);
    }
}
