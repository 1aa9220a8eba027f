using Atat.Training.Configuration;

namespace Atat.Training.Representation;

/// <summary>The optimiser of chapter 3: Adam as Kingma and Ba (2015) have it, with no more than a limit on the gradient.</summary>
internal static class PlainAdam
{
    /// <summary>Its settings.</summary>
    public static OptimiserConfig Config { get; } = new() { WeightDecay = 0, Beta2 = 0.999, Averaging = 0 };
}
