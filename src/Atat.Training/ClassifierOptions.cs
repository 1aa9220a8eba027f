namespace Atat.Training;

/// <summary>How a trained run is used.</summary>
public sealed record ClassifierOptions
{
    /// <summary>Table of periods that an autoencoder folds with, from <c>atat period</c>; null for those that the catalog has, or that the run was trained with.</summary>
    public string? Periods { get; init; }

    /// <summary>Device of a network: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, <c>mps</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Threads to compute with; 0 for as many as the machine has.</summary>
    public int Threads { get; init; }

    /// <summary>Whether to apply the run's temperature, where it has one.</summary>
    public bool Calibrated { get; init; } = true;

    /// <summary>Table of features that a model with features reads; null to compute them.</summary>
    public string? Features { get; init; }
}
