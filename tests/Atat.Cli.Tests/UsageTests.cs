namespace Atat.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("spilt x", "unknown command 'spilt'; did you mean 'split'?")]
    [InlineData("", "which one? import, simulate")]
    [InlineData("import", "which one? csv")]
    [InlineData("split c.parquet --test-share 0.1 --fold 5", "unknown option '--fold'; did you mean '--folds'?")]
    [InlineData("split --fold 5", "unknown option '--fold'; did you mean '--folds'?")]
    [InlineData("inspect c.parquet --jsno", "unknown option '--jsno'; did you mean '--json'?")]
    [InlineData("inspect c.parquet --qiet", "unknown option '--qiet'; did you mean '--quiet'?")]
    [InlineData("inspect c.parquet --qqqqqqqqqqqqqqqqqqqqqqq", "unknown option '--qqqqqqqqqqqqqqqqqqqqqqq'")]
    [InlineData("inspect c.parquet more", "'more' is one argument too many")]
    [InlineData("split c.parquet --test-share often", "cannot read 'often' for option '--test-share' as a number")]
    [InlineData("split c.parquet --test-share 0.1 --folds 2.5", "cannot read '2.5' for option '--folds' as a whole number")]
    [InlineData("split c.parquet", "give one of --test-per-class, --test-share and --from")]
    [InlineData("split c.parquet --from a --test-share 0.1", "give one of --test-per-class, --test-share and --from")]
    [InlineData("import csv a --out b --flux f --magnitude m", "give --flux or --magnitude, not both")]
    [InlineData("import csv a", "Option '--out' is required")]
    public async Task A_wrong_command_line_exits_with_2_and_says_what_is_wrong(string line, string says)
    {
        var (exit, output, error) = await CommandLine.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ExitCode.Usage, exit);
        Assert.Empty(output);
        Assert.StartsWith($"error: {says}", error, StringComparison.Ordinal);
        Assert.Contains("--help'.", error.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_one_line_and_exits_with_1() =>
        Assert.Equal("error: nowhere.parquet: no such file.", await CommandLine.Fail("inspect", "nowhere.parquet"));

    [Fact]
    public async Task Debug_shows_where_a_failure_comes_from()
    {
        var (exit, _, error) = await CommandLine.Run("inspect", "nowhere.parquet", "--debug");
        Assert.Equal(ExitCode.Failed, exit);
        Assert.Contains("   at Atat.Cli.Verbs.InspectVerb", error, StringComparison.Ordinal);
    }
}
