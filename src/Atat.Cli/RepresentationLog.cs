using System.Globalization;
using Atat.Training.Representation;

namespace Atat.Cli;

/// <summary>Shows the training of an autoencoder: one line a pass.</summary>
internal sealed class RepresentationLog(Terminal terminal) : IProgress<PretrainingPass>
{
    /// <inheritdoc/>
    public void Report(PretrainingPass value) => terminal.Say(string.Create(
        CultureInfo.InvariantCulture,
        $"pass {value.Epoch,4:N0}  step {value.Step,7:N0}  loss {value.Loss,8:F4}  squared error {value.MeanSquaredError:F5} {(value.IsBest ? '▲' : ' ')}  {value.ObjectsPerSecond,7:N0} series/s  {TrainingLog.Remaining(TimeSpan.FromSeconds(value.Seconds))}"));
}
