using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>How a <see cref="BalancedForest"/> is grown; the defaults are those of imbalanced-learn's balanced random forest, with 500 trees.</summary>
public sealed record ForestSettings
{
    /// <summary>Number of trees.</summary>
    public int Trees { get; init; } = 500;

    /// <summary>How many features are tried at each split.</summary>
    public FeatureSampling FeatureSampling { get; init; } = FeatureSampling.SquareRoot;

    /// <summary>
    /// A node is split if that lowers the impurity by at least so much: N_t/N (G - N_R/N_t G_R - N_L/N_t G_L), where N is the size of the
    /// bootstrap, N_t the part of it in the node, and G Gini's impurity (scikit-learn's definition).
    /// </summary>
    public double MinImpurityDecrease { get; init; }

    /// <summary>Distinct objects that each side of a split must have at least.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>Largest number of splits from root to leaf; null for no limit.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>Bins that the values of a feature are divided into before training, 2 to <see cref="MaxBins"/>; missing values have one of their own. Forests of more than 511 features have fewer: 2046, 1022, 510, 254 up to 1,023, 2,047, 4,095, 8,191 of them.</summary>
    public int Bins { get; init; } = MaxBins;

    /// <summary>Seed of all random choices.</summary>
    public int Seed { get; init; }

    /// <summary>Threads to train on; 0 for all processors. The forest does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Objects of each class in the bootstrap of a tree; null for as many as the rarest class has.</summary>
    public int? ObjectsPerClass { get; init; }

    /// <summary>Most bins of a feature.</summary>
    public const int MaxBins = 4094;

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="InputException">One is out of range.</exception>
    internal void Check()
    {
        Require(Trees is >= 1 and <= BalancedForest.MaxTrees, $"1 to {BalancedForest.MaxTrees} trees, not {Trees}");
        Require(MinSamplesLeaf >= 1, $"at least 1 object in a leaf, not {MinSamplesLeaf}");
        Require(MaxDepth is null or >= 0, $"a depth of 0 or more, not {MaxDepth}");
        Require(Bins is >= 2 and <= MaxBins, $"2 to {MaxBins} bins, not {Bins}");
        Require(Threads >= 0, $"0 threads for all processors, or more, not {Threads}");
        Require(ObjectsPerClass is null or >= 1, $"at least 1 object of each class, not {ObjectsPerClass}");
        Require(MinImpurityDecrease >= 0, FormattableString.Invariant($"a smallest decrease of impurity of 0 or more, not {MinImpurityDecrease}"));
    }

    private static void Require(bool isRight, string what)
    {
        if (!isRight)
        {
            throw new InputException($"A forest takes {what}.");
        }
    }
}
