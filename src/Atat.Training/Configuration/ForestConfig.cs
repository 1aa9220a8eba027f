using Atat.Forests;

namespace Atat.Training.Configuration;

/// <summary>How balanced random forests are grown; the defaults are those of thesis section 4.4.1.</summary>
public sealed record ForestConfig
{
    /// <summary>Trees of a forest.</summary>
    public int Trees { get; init; } = 500;

    /// <summary>Share of the features that is tried at each split; 0 for as many as the square root of their number.</summary>
    public double FeatureFraction { get; init; }

    /// <summary>Decrease of impurity that a split must bring at least.</summary>
    public double MinImpurityDecrease { get; init; }

    /// <summary>Distinct rows that each side of a split must have at least.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>Splits from root to leaf at most; 0 for no limit.</summary>
    public int MaxDepth { get; init; }

    /// <summary>Rows of each class in the bootstrap of a tree; 0 for as many as the rarest class has.</summary>
    public int ObjectsPerClass { get; init; }

    /// <summary>Hierarchical: trees of the transient forest.</summary>
    public int TransientTrees { get; init; } = 350;

    /// <summary>Hierarchical: <see cref="MinImpurityDecrease"/> of the transient forest.</summary>
    public double TransientMinImpurityDecrease { get; init; } = 3e-5;

    /// <summary>Hierarchical: rows of every transient class at most.</summary>
    public int TransientObjects { get; init; } = 15_000;

    /// <summary>Hierarchical: rows of every periodic class at most.</summary>
    public int PeriodicObjects { get; init; } = 9_000;

    /// <summary>Hierarchical: rows of every stochastic class at most.</summary>
    public int StochasticObjects { get; init; } = 3_900;

    /// <summary>Settings of one forest.</summary>
    internal ForestSettings Balanced(int seed, int threads) => new()
    {
        Trees = Trees,
        FeatureSampling = FeatureFraction > 0 ? FeatureSampling.Fraction(FeatureFraction) : FeatureSampling.SquareRoot,
        MinImpurityDecrease = MinImpurityDecrease,
        MinSamplesLeaf = MinSamplesLeaf,
        MaxDepth = MaxDepth > 0 ? MaxDepth : null,
        ObjectsPerClass = ObjectsPerClass > 0 ? ObjectsPerClass : null,
        Seed = seed,
        Threads = threads,
    };

    /// <summary>Settings of a hierarchy of forests.</summary>
    internal HierarchicalSettings Hierarchical(int seed, int threads) => new()
    {
        Forest = Balanced(seed, threads),
        TransientTrees = TransientTrees,
        TransientMinImpurityDecrease = TransientMinImpurityDecrease,
        TransientObjects = TransientObjects,
        PeriodicObjects = PeriodicObjects,
        StochasticObjects = StochasticObjects,
    };
}
