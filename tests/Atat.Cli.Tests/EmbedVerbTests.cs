using System.Text.Json;
using Atat.Formats.Embeddings;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Cli.Tests;

public sealed class EmbedVerbTests(TrainedRun trained) : IClassFixture<TrainedRun>
{
    // Tabular class token of 1 x 4, that of light curves of 2 x 4.
    private const int Width = 12;

    [Fact]
    public async Task Every_object_gets_an_embedding_and_a_score()
    {
        var path = trained.Folder["all.parquet"];
        var output = await CommandLine.Succeed("embed", trained.Run, "--data", trained.CatalogPath, "--out", path, "--threads", "1");
        Assert.Equal($"{path}: 48 objects, {Width} dimensions\n", output.ReplaceLineEndings("\n"));

        var (table, catalog) = (EmbeddingFile.Read(path), CatalogFile.Read(trained.CatalogPath));
        Assert.Equal(catalog.Ids.ToArray(), table.ObjectIds);
        Assert.Equal(catalog.Partitions.ToArray(), table.Partitions);
        Assert.Equal(["Cepheid", "Dwarf Novae", "II", "Ia"], table.Labels.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal((Width, "run"), (table.Width, table.Run));
        Assert.All(table.Anomalies!, score => Assert.InRange(score, 0.1, 100));
    }

    [Fact]
    public async Task An_object_scores_the_same_in_another_catalog()
    {
        var (all, some, moved) = (trained.Folder["a.parquet"], trained.Folder["b.parquet"], trained.Folder["some.parquet"]);
        var catalog = CatalogFile.Read(trained.CatalogPath);
        var builder = new CatalogBuilder(catalog.Schema);
        builder.Add(catalog);
        CatalogFile.Write(moved, builder.Build().WithSplit(new Partition[48], [.. Enumerable.Repeat(-1, 48)]));
        await CommandLine.Succeed("embed", trained.Run, "--data", trained.CatalogPath, "--out", all, "--threads", "1");
        await CommandLine.Succeed("embed", trained.Run, "--data", moved, "--out", some, "--threads", "1");

        Assert.All(EmbeddingFile.Read(all).Anomalies!.Zip(EmbeddingFile.Read(some).Anomalies!), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    [Fact]
    public async Task A_run_whose_catalog_is_gone_asks_for_it()
    {
        var (gone, run, other) = (trained.Folder["gone.parquet"], trained.Folder["homeless"], trained.Folder["short.parquet"]);
        File.Copy(trained.CatalogPath, gone);
        await CommandLine.Succeed(["train", "--data", gone, "--inputs", "md", "--run", run, "--threads", "1", .. TrainedRun.Tiny]);
        File.Delete(gone);
        var builder = new CatalogBuilder(CatalogFile.Read(trained.CatalogPath).Schema);
        builder.Add(CatalogFile.Read(trained.CatalogPath), 3);
        CatalogFile.Write(other, builder.Build());

        Assert.Contains($"{run} was trained on '{gone}', which is not there, and anomalies are told from its objects; give --trained-on CATALOG.", await CommandLine.Fail("embed", run, "--data", other, "--out", trained.Folder["h.parquet"]), StringComparison.Ordinal);
        await CommandLine.Succeed("embed", run, "--data", trained.CatalogPath, "--out", trained.Folder["h.parquet"], "--threads", "1");
        await CommandLine.Succeed("embed", run, "--data", other, "--trained-on", trained.CatalogPath, "--out", trained.Folder["one.parquet"], "--threads", "1");
        var (all, one) = (EmbeddingFile.Read(trained.Folder["h.parquet"]), EmbeddingFile.Read(trained.Folder["one.parquet"]));
        Assert.Equal(4, all.Width);
        Assert.Equal(all.Anomalies![3], Assert.Single(one.Anomalies!), 1e-3);
    }

    [Fact]
    public async Task Maps_are_figures_or_tables()
    {
        var (png, csv) = (trained.Folder["map.png"], trained.Folder["map.csv"]);
        Assert.EndsWith($"map: {png}\n", (await CommandLine.Succeed("embed", trained.Run, "--data", trained.CatalogPath, "--out", trained.Folder["m.parquet"], "--map", png, "--threads", "1")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(png)[..4]);

        await CommandLine.Succeed("embed", trained.Run, "--data", trained.CatalogPath, "--out", trained.Folder["m.parquet"], "--map", csv, "--map-objects", "20", "--threads", "1");
        var lines = File.ReadAllLines(csv);
        Assert.Equal("object_id,label,x,y", lines[0]);
        Assert.Equal(20, lines.Skip(1).Select(line => line.Split(',')[0]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Neighbours_come_nearest_first_without_the_object_itself()
    {
        var path = Small();
        var output = await CommandLine.Succeed("neighbours", path, "--object", "b", "--count", "2");
        Assert.Matches(@"Object +class +distance(.|\n)* b +- +0 *\n *a +Ia +1 *\n *c +II +3", output.ReplaceLineEndings("\n"));

        using var json = JsonDocument.Parse(await CommandLine.Succeed("neighbours", path, "--object", "b", "--json"));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("label").ValueKind);
        Assert.Equal(["a", "c", "d"], json.RootElement.GetProperty("neighbours").EnumerateArray().Select(n => n.GetProperty("object_id").GetString()!));
        Assert.Equal([1, 3, 6], json.RootElement.GetProperty("neighbours").EnumerateArray().Select(n => n.GetProperty("distance").GetDouble()));
    }

    [Fact]
    public async Task Anomalies_come_most_anomalous_first()
    {
        var path = Small();
        Assert.Matches(@"Object +class +part +anomaly(.|\n)* d +- +- +7\.500 *\n *b +- +test +2\.000", (await CommandLine.Succeed("anomalies", path, "--count", "2")).ReplaceLineEndings("\n"));

        using var json = JsonDocument.Parse(await CommandLine.Succeed("anomalies", path, "--json"));
        Assert.Equal(["d", "b", "a"], json.RootElement.GetProperty("objects").EnumerateArray().Select(n => n.GetProperty("object_id").GetString()!));
    }

    [Theory]
    [InlineData("embed RUN --data CATALOG --out CATALOG", "is the catalog itself")]
    [InlineData("embed RUN --data CATALOG --out new.csv", "new.csv: embeddings are written as Parquet; let the name end in .parquet.")]
    [InlineData("embed RUN --data CATALOG --out NEW --map map.gif", "map.gif: a map's name ends in .png, .svg or .csv.")]
    [InlineData("embed RUN --data CATALOG --out NEW --trained-on NEW --quiet", "no such file")]
    [InlineData("embed RUN --data CATALOG --out NEW --trained-on OTHER --quiet", "does not have the objects that")]
    [InlineData("neighbours EMBEDDINGS --object bb", "no object 'bb'; did you mean 'b'?")]
    [InlineData("neighbours CATALOG --object b", "no column 'embedding'")]
    [InlineData("anomalies UNSCORED", "has no column 'anomaly'; write it with 'atat embed'.")]
    [InlineData("anomalies NEW", "no such file")]
    public async Task What_cannot_be_done_is_said_in_one_line(string line, string says)
    {
        var unscored = trained.Folder["unscored.parquet"];
        var (other, catalog) = (trained.Folder["other.parquet"], CatalogFile.Read(trained.CatalogPath));
        CatalogFile.Write(other, new CatalogBuilder(catalog.Schema).Build());
        EmbeddingFile.Write(unscored, new EmbeddingTable(["a"], [null], [Partition.None], [1], 1));
        var args = line.Split(' ').Select(a => a switch { "CATALOG" => trained.CatalogPath, "RUN" => trained.Run, "NEW" => trained.Folder["new"], "EMBEDDINGS" => Small(), "UNSCORED" => unscored, "OTHER" => other, _ => a });
        Assert.Contains(says, await CommandLine.Fail([.. args]), StringComparison.Ordinal);
    }

    private string Small()
    {
        var path = trained.Folder["small.parquet"];
        EmbeddingFile.Write(path, new EmbeddingTable(["a", "b", "c", "d"], ["Ia", null, "II", null], [Partition.Train, Partition.Test, Partition.Train, Partition.None], [0, 1, 4, 7], 1) { Anomalies = [1, 2, double.NaN, 7.5] });
        return path;
    }
}
