namespace Atat.Cli.Tests;

/// <summary>Presses Ctrl-C, so to say, at the first line that begins in a certain way: that of an evaluation.</summary>
internal sealed class InterruptingWriter(CancellationTokenSource source, string beginning = "step ") : StringWriter
{
    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.StartsWith(beginning, StringComparison.Ordinal) == true)
        {
            source.Cancel();
        }
    }
}
