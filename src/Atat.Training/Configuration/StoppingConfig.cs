namespace Atat.Training.Configuration;

/// <summary>When a run is evaluated and when it ends.</summary>
public sealed record StoppingConfig
{
    /// <summary>Optimiser steps at most.</summary>
    public long Steps { get; init; } = 3000;

    /// <summary>Steps from one evaluation on the validation fold to the next.</summary>
    public long EvaluateEvery { get; init; } = 100;

    /// <summary>Evaluations without a better macro F1 after which the run ends; 0 to run all steps.</summary>
    public int Patience { get; init; }
}
