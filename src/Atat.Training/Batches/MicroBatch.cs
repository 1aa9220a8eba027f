using Atat.Networks;
using static TorchSharp.torch;

namespace Atat.Training.Batches;

/// <summary>A part of a batch that goes through the network at once.</summary>
/// <param name="Samples">Its objects.</param>
/// <param name="LightCurves">Observations; null for a network without light-curve branch.</param>
/// <param name="Tabular">(objects, columns), transformed; null for a network without tabular branch.</param>
public sealed record MicroBatch(Sample[] Samples, LightCurveTokens? LightCurves, Tensor? Tabular) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        LightCurves?.Dispose();
        Tabular?.Dispose();
    }
}
