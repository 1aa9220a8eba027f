using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Atat.Cli.Tests;

/// <summary>On twelve sinusoids of known periods in two bands, imported from tables.</summary>
public sealed class PeriodVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Periods_are_found_written_and_compared_with_known_ones()
    {
        var catalog = await Sinusoids();
        var output = await CommandLine.Succeed("period", catalog, "--shortest", "0.3", "--longest", "20", "--out", folder["p.csv"]);

        Assert.Contains("12 objects, 12 with a period", output, StringComparison.Ordinal);
        Assert.Contains("100.0 %", output, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(folder["p.csv"], TestContext.Current.CancellationToken);
        Assert.Equal("object_id,day,period,power,points", lines[0]);
        Assert.All(lines[1..], line =>
        {
            var cells = line.Split(',');
            var known = Period(int.Parse(cells[0].AsSpan(1), CultureInfo.InvariantCulture));
            Assert.Equal(known, double.Parse(cells[2], CultureInfo.InvariantCulture), 0.002 * known);
        });

        using var json = JsonDocument.Parse(await CommandLine.Succeed("period", catalog, "--shortest", "0.3", "--longest", "20", "--json"));
        Assert.Equal(12, json.RootElement.GetProperty("agreement")[0].GetProperty("same").GetInt32());
    }

    [Fact]
    public async Task An_object_is_shown_with_its_periodogram_and_folded()
    {
        var catalog = await Sinusoids();
        var output = await CommandLine.Succeed("inspect", catalog, "--object", "s3", "--periodogram", folder["p.svg"], "--folded", folder["f.svg"], "--shortest", "0.3", "--longest", "20");

        Assert.Contains("s3: period", output, StringComparison.Ordinal);
        Assert.Contains("<svg", await File.ReadAllTextAsync(folder["p.svg"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("phase", await File.ReadAllTextAsync(folder["f.svg"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await CommandLine.Succeed("inspect", catalog, "--object", "s3", "--folded", folder["f.svg"], "--period", "2", "--json"));
        Assert.Equal(2, json.RootElement.GetProperty("bands").GetArrayLength());
    }

    [Theory]
    [InlineData("period x --shortest 3 --longest 2", "--longest above --shortest")]
    [InlineData("period x --harmonics 0", "--harmonics must be from 1 to 10")]
    [InlineData("inspect x --folded f.png", "need --object")]
    [InlineData("inspect x --object o --folded f.png --period -1", "--period must be above 0")]
    [InlineData("inspect x --object o --period 2", "--period goes with --folded")]
    [InlineData("inspect x --object o --harmonics 2", "--harmonics goes with --periodogram or --folded")]
    [InlineData("period x --longest Infinity", "and finite")]
    [InlineData("period x --threads -1", "--threads must not be negative")]
    [InlineData("features --list --days 8", "--days goes with CATALOG")]
    [InlineData("features --describe p.md --json", "--json does not go with --describe")]
    [InlineData("bench features --rounds 0", "--rounds must be at least 1")]
    public async Task Usage_is_checked(string line, string message)
    {
        var (exit, _, error) = await CommandLine.Run(line.Split(' '));
        Assert.Equal(ExitCode.Usage, exit);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalog_is_not_replaced_by_what_is_made_of_it()
    {
        var catalog = await Sinusoids();
        Assert.Contains("is the catalog itself", await CommandLine.Fail("period", catalog, "--out", catalog), StringComparison.Ordinal);
        Assert.Contains("is the catalog itself", await CommandLine.Fail("features", catalog, "--out", catalog), StringComparison.Ordinal);
        Directory.CreateDirectory(folder["f.parquet.parts"]);
        await File.WriteAllTextAsync(Path.Combine(folder["f.parquet.parts"], "mine.txt"), "kept", TestContext.Current.CancellationToken);
        Assert.Contains("holds no interrupted computation", await CommandLine.Fail("features", catalog, "--out", folder["f.parquet"]), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder["f.parquet.parts"], "mine.txt")));
    }

    [Fact]
    public async Task Grids_too_fine_to_search_are_refused() =>
        Assert.Contains("search for longer periods", await CommandLine.Fail("period", await Sinusoids(), "--shortest", "1e-5"), StringComparison.Ordinal);

    [Fact]
    public async Task A_reference_that_is_not_there_is_named() =>
        Assert.Contains("light_curves.csv", await CommandLine.Fail("bench", "parity", folder["nowhere"]), StringComparison.Ordinal);

    private static double Period(int index) => 0.5 + (0.37 * index);

    private async Task<string> Sinusoids()
    {
        var random = new Random(3);
        var (objects, observations) = (new StringBuilder("id,type,period\n"), new StringBuilder("id,mjd,band,flux,error\n"));
        for (var i = 0; i < 12; i++)
        {
            objects.Append(CultureInfo.InvariantCulture, $"s{i},pulsator,{Period(i)}\n");
            for (var point = 0; point < 80; point++)
            {
                var time = 60_000 + (400 * random.NextDouble());
                var flux = 100 + (30 * Math.Sin(2 * Math.PI * time / Period(i))) + random.NextDouble();
                observations.Append(CultureInfo.InvariantCulture, $"s{i},{time},{(point % 2 == 0 ? 'g' : 'r')},{flux},1\n");
            }
        }

        var catalog = folder["sinusoids.parquet"];
        await CommandLine.Succeed(
            "import", "csv", folder.Write("lc.csv", observations.ToString()), "--objects", folder.Write("o.csv", objects.ToString()), "--id", "id", "--flux", "flux", "--error", "error",
            "--label", "type", "--metadata", "period", "--period", "period", "--zero-point", "27.5", "--out", catalog);
        return catalog;
    }
}
