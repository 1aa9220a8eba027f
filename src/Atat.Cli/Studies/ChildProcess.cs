using System.Diagnostics;
using System.Globalization;
using Atat.Training.Studies;

namespace Atat.Cli.Studies;

/// <summary>Runs this program in a process of its own: the native network library has one generator and one set of threads a process.</summary>
internal static class ChildProcess
{
    // Minutes are written with one decimal, and none at all is no time to train for.
    private const double LeastMinutes = 0.1;

    // An interrupted child saves its checkpoint; one that does not end by then has an older checkpoint to go on from.
    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(60);

    /// <summary>The option that limits a training to the time that a study has left.</summary>
    /// <param name="left">Null for no limit.</param>
    public static string[] TimeLimit(TimeSpan? left) =>
        left is { } limit ? ["--for", Math.Max(LeastMinutes, limit.TotalMinutes).ToString("F1", CultureInfo.InvariantCulture)] : [];

    /// <summary>What a child's exit code says of its job.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="cancellation">A child that was told to stop has not failed.</param>
    public static JobState StateOf(int code, CancellationToken cancellation) => code switch
    {
        ExitCode.Done => JobState.Done,
        ExitCode.Interrupted => JobState.Interrupted,
        _ => cancellation.IsCancellationRequested ? JobState.Interrupted : JobState.Failed,
    };

    /// <summary>Runs a command line, with everything that it prints appended to a log.</summary>
    /// <param name="arguments">Verb and options.</param>
    /// <param name="log">File to append to; made where needed.</param>
    /// <param name="cancellation">Tells the child to stop, waits until it has saved, and ends it if it does not.</param>
    /// <returns>The child's exit code.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments, string log, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        using var writer = new StreamWriter(log, append: true);
        await writer.WriteLineAsync($"$ {ProgramInfo.Command(arguments)}").ConfigureAwait(false);
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new IOException($"{Environment.ProcessPath} does not start.");
        var output = Task.WhenAll(Copy(process.StandardOutput, writer), Copy(process.StandardError, writer));
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            AskToStop(process);
            if (!process.WaitForExit(TimeToSave))
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        await output.ConfigureAwait(false);
        return process.ExitCode;
    }

    // A terminal's Ctrl-C reaches the child by itself; a signal to this process alone, as of a container that is stopped, does not. A second one does no harm.
    private static void AskToStop(Process process)
    {
        if (!OperatingSystem.IsWindows())
        {
            using var shell = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id} 2>/dev/null")]);
            shell.WaitForExit();
        }
    }

    private static async Task Copy(StreamReader from, StreamWriter to)
    {
        while (await from.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (to)
            {
                to.WriteLine(line);
                to.Flush();
            }
        }
    }
}
