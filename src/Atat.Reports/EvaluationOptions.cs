using System.Collections.Immutable;

namespace Atat.Reports;

/// <summary>How predictions are summarised.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Seed of the bootstrap.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Number of bootstrap resamples.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Whether every resample keeps the number of objects of each class, as a test set of fixed size a class does.</summary>
    public bool Stratified { get; init; } = true;

    /// <summary>Days evaluated class by class, beside the whole light curve (the largest day); those without predictions are left out.</summary>
    public ImmutableArray<double> DetailDays { get; init; } = [8, 128];

    /// <summary>How many of the most frequent confusions are listed.</summary>
    public int Confusions { get; init; } = 6;

    /// <summary>How many objects are named as examples of each.</summary>
    public int Examples { get; init; } = 4;
}
