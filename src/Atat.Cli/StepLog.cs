namespace Atat.Cli;

/// <summary>Shows what a command is at.</summary>
internal sealed class StepLog(Terminal terminal) : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value) => terminal.Update(value);
}
