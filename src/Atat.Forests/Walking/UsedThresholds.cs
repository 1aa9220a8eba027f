using System.Collections.Immutable;
using Atat.Forests.Growing;

namespace Atat.Forests.Walking;

/// <summary>The thresholds that splits of a forest have.</summary>
internal sealed class UsedThresholds
{
    private readonly ImmutableArray<float[]> edges;
    private readonly ushort[][] placeOf;

    private UsedThresholds(ImmutableArray<float[]> edges, bool[][] isUsed)
    {
        this.edges = edges;
        placeOf = Array.ConvertAll(isUsed, Places);
        Thresholds = [.. edges.Select((of, f) => Kept(of, isUsed[f]))];
    }

    /// <summary>Thresholds of each feature, ascending.</summary>
    public ImmutableArray<float[]> Thresholds { get; }

    /// <summary>Finds them.</summary>
    /// <param name="edges">Thresholds of each feature; a code beyond them is above all numbers.</param>
    /// <param name="trees">The trees.</param>
    public static UsedThresholds Of(ImmutableArray<float[]> edges, GrownTree[] trees)
    {
        var isUsed = edges.Select(of => new bool[of.Length + 1]).ToArray();
        foreach (var node in trees.SelectMany(tree => tree.Nodes).Where(node => node.Feature >= 0))
        {
            isUsed[node.Feature][Math.Min(node.Code, edges[node.Feature].Length)] = true;
        }

        return new UsedThresholds(edges, isUsed);
    }

    /// <summary>Place of the threshold of an inner node among those of its feature.</summary>
    public int Of(GrownNode node) => placeOf[node.Feature][Math.Min(node.Code, edges[node.Feature].Length)];

    private static ushort[] Places(bool[] isUsed)
    {
        var count = 0;
        return Array.ConvertAll(isUsed, used => (ushort)(used ? count++ : count));
    }

    private static float[] Kept(float[] edges, bool[] isUsed) =>
        [.. Enumerable.Range(0, edges.Length + 1).Where(code => isUsed[code]).Select(code => code < edges.Length ? edges[code] : float.MaxValue)];
}
