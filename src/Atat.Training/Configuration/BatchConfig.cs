namespace Atat.Training.Configuration;

/// <summary>How batches are drawn and computed.</summary>
public sealed record BatchConfig
{
    /// <summary>Objects of one optimiser step.</summary>
    public int Size { get; init; } = 256;

    /// <summary>Whether every class has the same share of a batch; otherwise objects come in random order.</summary>
    public bool Balanced { get; init; } = true;

    /// <summary>Tokens of one micro-batch at most, which bounds memory; the step is the same whatever it is.</summary>
    public int MicroBatchTokens { get; init; } = 4096;
}
