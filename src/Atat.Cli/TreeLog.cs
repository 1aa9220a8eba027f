using System.Globalization;
using Atat.Training.Trees;

namespace Atat.Cli;

/// <summary>Shows how far trees are: a line now and then for boosting, and on a terminal one that changes.</summary>
internal sealed class TreeLog(Terminal terminal) : IProgress<TreeProgress>
{
    private const int RoundsBetween = 25;

    /// <inheritdoc/>
    public void Report(TreeProgress value)
    {
        if (value.Round is not { } round)
        {
            terminal.Update(string.Create(CultureInfo.InvariantCulture, $"growing {value.Share:P0}"));
            return;
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"round {round.Round,5:N0}  loss {round.TrainingLoss:F4}  validation loss {round.ValidationLoss:F4}");
        if (round.Round % RoundsBetween == 0)
        {
            terminal.Say(line);
        }
        else
        {
            terminal.Update(line);
        }
    }
}
