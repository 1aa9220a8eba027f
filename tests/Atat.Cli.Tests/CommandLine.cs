namespace Atat.Cli.Tests;

/// <summary>Runs command lines within the test's process.</summary>
internal static class CommandLine
{
    /// <summary>Runs one and returns what a shell would see.</summary>
    public static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await AtatCommand.RunAsync(args, new Terminal(output, error), TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>Runs one that must succeed and returns its results.</summary>
    public static async Task<string> Succeed(params string[] args)
    {
        var (exit, output, error) = await Run(args);
        Assert.True(exit == ExitCode.Done, $"exit {exit}: {error}");
        return output;
    }

    /// <summary>Runs one that must fail with one line and returns that line.</summary>
    public static async Task<string> Fail(params string[] args)
    {
        var (exit, output, error) = await Run(args);
        Assert.Equal(ExitCode.Failed, exit);
        Assert.Empty(output);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        return line;
    }
}
