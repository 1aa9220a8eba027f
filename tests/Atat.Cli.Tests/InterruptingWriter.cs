namespace Atat.Cli.Tests;

/// <summary>Presses Ctrl-C, so to say, when the first evaluation is reported.</summary>
internal sealed class InterruptingWriter(CancellationTokenSource source) : StringWriter
{
    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.StartsWith("step ", StringComparison.Ordinal) == true)
        {
            source.Cancel();
        }
    }
}
