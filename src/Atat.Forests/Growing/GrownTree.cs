using Atat.Forests.Walking;
namespace Atat.Forests.Growing;

/// <summary>A tree as it was grown: nodes, children in pairs behind their parent.</summary>
internal sealed class GrownTree
{
    /// <summary>Nodes; the first is the root.</summary>
    public required GrownNode[] Nodes { get; init; }

    /// <summary>Shares of the leaves that hold several classes: (leaves, classes), in units of <see cref="LeafShares.Whole"/>.</summary>
    public required ushort[] Shares { get; init; }

    /// <summary>Decrease of impurity that each feature brought, relative to the whole bootstrap.</summary>
    public required double[] Decreases { get; init; }
}
