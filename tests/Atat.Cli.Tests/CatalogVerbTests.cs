using System.Text.Json;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Cli.Tests;

public sealed class CatalogVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Tables_become_a_catalog_a_split_and_a_summary()
    {
        var catalog = folder["c.parquet"];
        var import = await CommandLine.Succeed(
            ["import", "csv", LightCurves(), "--objects", Objects(), "--id", "id", "--time", "t", "--flux", "f", "--error", "e", "--label", "type", "--class", "class", "--metadata", "z,colour", "--redshift", "z", "--missing", "-9", "--bands", "g=4827,r", "--zero-point", "27.5", "--survey", "S[1]", "--out", catalog]);
        Assert.Equal($"{catalog}: 12 objects, 24 observations, 2 classes, 2 metadata columns\n", import.ReplaceLineEndings("\n"));

        Assert.Equal($"{catalog}: 8 train in 2 folds, 4 test, 0 in neither\n", (await CommandLine.Succeed("split", catalog, "--test-per-class", "2", "--folds", "2", "--seed", "3")).ReplaceLineEndings("\n"));
        var read = CatalogFile.Read(catalog);
        Assert.Equal(["S[1]", "g 4827", "r NaN", "z Redshift", "colour None"], [read.Schema.Survey, .. read.Schema.Passbands.Select(b => FormattableString.Invariant($"{b.Name} {b.Wavelength}")), .. read.Schema.Metadata.Select(m => $"{m.Name} {m.Role}")]);
        Assert.Equal(4, read.Partitions.Count(Partition.Test));
        Assert.False(File.Exists(catalog + ".tmp"));

        var page = await CommandLine.Succeed("inspect", catalog);
        Assert.Contains("12 objects of S[1], 24 observations", page, StringComparison.Ordinal);
        Assert.Contains("folds: 4, 4", page, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(await CommandLine.Succeed("inspect", catalog, "--json"));
        Assert.Equal(24, json.RootElement.GetProperty("observations").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("bands")[1].GetProperty("wavelength").ValueKind);
        Assert.Equal("redshift", json.RootElement.GetProperty("metadata")[0].GetProperty("role").GetString());
    }

    [Fact]
    public async Task One_object_is_shown_with_its_observations()
    {
        var catalog = await Imported();
        var page = await CommandLine.Succeed("inspect", catalog, "--object", "o3");
        Assert.Contains("o3: a1, ra NaN", page, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await CommandLine.Succeed("inspect", catalog, "--object", "o3", "--json"));
        Assert.Equal(["g", "r"], json.RootElement.GetProperty("band").EnumerateArray().Select(b => b.GetString()));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("ra").ValueKind);
        Assert.Contains("no object 'o33'; did you mean 'o3'?", await CommandLine.Fail("inspect", catalog, "--object", "o33"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_light_curve_and_the_class_counts_are_drawn()
    {
        var catalog = await Imported();
        await CommandLine.Succeed("inspect", catalog, "--object", "o3", "--figure", folder["o3.png"]);
        await CommandLine.Succeed("inspect", catalog, "--figure", folder["classes.svg"]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(folder["o3.png"], TestContext.Current.CancellationToken))[..4]);
        Assert.Contains("<svg", await File.ReadAllTextAsync(folder["classes.svg"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("a figure's name ends in .svg or .png", await CommandLine.Fail("inspect", catalog, "--figure", "x.gif"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snana_files_become_a_catalog()
    {
        var path = folder["elasticc2.parquet"];
        await CommandLine.Succeed("import", "snana", SharedData.Path("data", "elasticc2_snana_fits"), "--out", path);
        Assert.Equal(214, CatalogFile.Read(path).Count);
    }

    [Fact]
    public async Task A_split_from_a_file_may_go_elsewhere()
    {
        var catalog = await Imported();
        var before = await File.ReadAllBytesAsync(catalog, TestContext.Current.CancellationToken);
        var split = folder.Write("split.csv", "id,part,fold\no0,train,1\no1,train,0\no2,test,\n");
        var output = await CommandLine.Succeed("split", catalog, "--from", split, "--out", folder["divided.parquet"]);
        Assert.Contains("2 train in 2 folds, 1 test, 9 in neither", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(catalog, TestContext.Current.CancellationToken));
        Assert.Equal([1, 0, -1], CatalogFile.Read(folder["divided.parquet"]).Folds[..3].ToArray());
    }

    [Fact]
    public async Task A_split_that_fails_leaves_the_catalog_alone()
    {
        var catalog = await Imported();
        var before = await File.ReadAllBytesAsync(catalog, TestContext.Current.CancellationToken);
        Assert.Contains("Class 'A' has 6 objects", await CommandLine.Fail("split", catalog, "--test-per-class", "6"), StringComparison.Ordinal);
        var split = folder.Write("split.csv", "id,part\no0,train\no0,test\n");
        Assert.Contains("split.csv line 3: object 'o0' stands in line 2 already", await CommandLine.Fail("split", catalog, "--from", split), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(catalog, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--redshift zz --metadata z", "--redshift zz: no such metadata column; did you mean 'z'?")]
    [InlineData("--redshift z --period z --metadata z", "--period z: the column has another role already")]
    [InlineData("--bands g=blue", "--bands g=blue: 'blue' is no wavelength")]
    [InlineData("--delimiter ab", "--delimiter 'ab': give one character, or 'tab'")]
    [InlineData("--label typ", "no column 'typ'")]
    public async Task A_wrong_column_is_named(string options, string says) =>
        Assert.Contains(says, await CommandLine.Fail(["import", "csv", LightCurves(), "--objects", Objects(), "--id", "id", "--time", "t", "--flux", "f", "--error", "e", "--out", folder["c.parquet"], .. options.Split(' ')]), StringComparison.Ordinal);

    [Fact]
    public async Task Magnitudes_in_one_band_need_no_table_of_objects()
    {
        var table = folder.Write("m.txt", "name\thjd\tmag\tdm\ts\nx\t2451545.5\t15.5\t0.1\tRR\nx\t2451546.5\t15.7\t0.1\tRR\n");
        await CommandLine.Succeed("import", "csv", table, "--delimiter", "tab", "--id", "name", "--time", "hjd", "--time-offset", "2400000.5", "--band", "none", "--magnitude", "mag", "--error", "dm", "--label", "s", "--out", folder["m.parquet"]);
        var catalog = CatalogFile.Read(folder["m.parquet"]);
        Assert.Equal((1, 51545.0, BrightnessUnit.Magnitude, "RR"), (catalog.Count, catalog.Observations.Mjd[0], catalog.Schema.Unit, catalog.Labels[0]));
    }

    private async Task<string> Imported()
    {
        await CommandLine.Succeed("import", "csv", LightCurves(), "--objects", Objects(), "--id", "id", "--time", "t", "--flux", "f", "--error", "e", "--label", "type", "--class", "class", "--out", folder["c.parquet"]);
        return folder["c.parquet"];
    }

    private string Objects() => folder.Write("objects.csv", "id,type,class,z,colour\n" + string.Concat(Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"o{i},{(i % 2 == 0 ? $"b{i % 4}" : $"a{i % 4 / 2}")},{(i % 2 == 0 ? "B" : "A")},{(i == 0 ? "-9.0" : "0.1")},1\n"))));

    private string LightCurves() => folder.Write("lc.csv", "id,t,band,f,e\n" + string.Concat(Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"o{i},{100 + i},g,10,1\no{i},{101 + i},r,12,1\n"))));
}
