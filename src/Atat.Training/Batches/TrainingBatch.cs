namespace Atat.Training.Batches;

/// <summary>The objects of one optimiser step, ready for the network.</summary>
/// <param name="Size">Number of objects.</param>
/// <param name="Parts">Micro-batches; together all objects.</param>
public sealed record TrainingBatch(int Size, MicroBatch[] Parts) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in Parts)
        {
            part.Dispose();
        }
    }
}
