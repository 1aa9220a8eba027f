namespace Atat.Training.Configuration;

/// <summary>How gradient-boosted trees are grown (Friedman 2001; Ke et al. 2017); the names are LightGBM's but for <see cref="Rounds"/> and <see cref="Patience"/>.</summary>
public sealed record BoostedSettings
{
    /// <summary>Share of each tree's answer that is added to the sum.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Leaves of a tree at most.</summary>
    public int NumLeaves { get; init; } = 7;

    /// <summary>Rows that a leaf must have at least.</summary>
    public int MinDataInLeaf { get; init; } = 20;

    /// <summary>Share of the features that a tree may use, drawn anew for each.</summary>
    public double FeatureFraction { get; init; } = 0.2;

    /// <summary>Penalty on the squared values of leaves.</summary>
    public double LambdaL2 { get; init; }

    /// <summary>Bins that the values of a feature are divided into at most.</summary>
    public int MaxBin { get; init; } = 255;

    /// <summary>Rounds at most; each grows one tree a class.</summary>
    public int Rounds { get; init; } = 1000;

    /// <summary>Rounds without a better log-loss on the validation fold after which training ends; the best round is kept.</summary>
    public int Patience { get; init; } = 30;

    /// <summary>Whether all classes have the same weight in sum; otherwise every row has.</summary>
    public bool Balanced { get; init; } = true;
}
