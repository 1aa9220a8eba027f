using System.Text.Json;
using Atat.Networks;

namespace Atat.Cli.Tests;

public sealed class DoctorTests
{
    [Fact]
    public async Task What_works_is_listed_and_the_exit_code_says_whether_the_network_can_run()
    {
        var (exit, output, _) = await CommandLine.Run("doctor", "--json");
        using var json = JsonDocument.Parse(output);
        var healthy = json.RootElement.EnumerateArray().ToDictionary(f => f.GetProperty("what").GetString()!, f => f.GetProperty("healthy").GetBoolean(), StringComparer.Ordinal);
        Assert.Equal(TorchRuntime.Problem() is null, healthy["network"]);
        Assert.True(healthy["catalog files"] && healthy["figures"], output);
        Assert.True(healthy["boosted trees"], output);
        Assert.Equal(healthy["network"] ? ExitCode.Done : ExitCode.Failed, exit);
    }

    [Fact]
    public async Task The_page_has_one_line_a_finding() =>
        Assert.Matches("(?m)^ok +program +atat [0-9.]+", (await CommandLine.Run("doctor")).Output);
}
