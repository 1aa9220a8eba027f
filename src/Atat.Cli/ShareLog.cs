using System.Globalization;

namespace Atat.Cli;

/// <summary>Shows how much of a piece of work is done: on a terminal only, on a line that changes.</summary>
internal sealed class ShareLog(Terminal terminal, string what) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) =>
        terminal.Update(value < 1 ? string.Create(CultureInfo.InvariantCulture, $"{what} {value:P0}") : string.Empty);
}
