using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>How a <see cref="HierarchicalForest"/> is grown; the defaults are those of thesis section 4.4.1.</summary>
public sealed record HierarchicalSettings
{
    /// <summary>Settings of all forests, but for what follows.</summary>
    public ForestSettings Forest { get; init; } = new();

    /// <summary>Trees of the transient forest.</summary>
    public int TransientTrees { get; init; } = 350;

    /// <summary>Smallest decrease of impurity of a split of the transient forest.</summary>
    public double TransientMinImpurityDecrease { get; init; } = 3e-5;

    /// <summary>Most objects of every transient class; where there are more, so many are drawn.</summary>
    public int TransientObjects { get; init; } = 15_000;

    /// <summary>Most objects of every periodic class.</summary>
    public int PeriodicObjects { get; init; } = 9_000;

    /// <summary>Most objects of every stochastic class.</summary>
    public int StochasticObjects { get; init; } = 3_900;

    /// <summary>Most objects of every class of a branch; classes without a branch are taken whole.</summary>
    internal int ObjectsOf(Branch? branch) => branch switch
    {
        Branch.Transient => TransientObjects,
        Branch.Periodic => PeriodicObjects,
        Branch.Stochastic => StochasticObjects,
        _ => int.MaxValue,
    };

    /// <summary>Settings of the forest of a branch.</summary>
    internal ForestSettings ForestOf(Branch? branch) =>
        branch == Branch.Transient ? Forest with { Trees = TransientTrees, MinImpurityDecrease = TransientMinImpurityDecrease } : Forest;
}
