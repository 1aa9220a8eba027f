using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Atat.Forests.Growing;
using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>The trees of a forest in flat arrays, made for walking.</summary>
/// <param name="Features">Number of features.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Nodes">Nodes of all trees.</param>
/// <param name="Roots">First node of each tree.</param>
/// <param name="Shares">Shares of leaves, (leaves, classes), in units of <see cref="LeafShares.Whole"/>; first those of one class each.</param>
internal sealed record ForestTrees(int Features, int Classes, TreeNode[] Nodes, int[] Roots, ushort[] Shares)
{
    /// <summary>Low bits of a link that hold the place of a value.</summary>
    public int FeatureBits { get; } = BitsFor(Features);

    /// <summary>Length of a row as <see cref="Prepare"/> makes it.</summary>
    public int PreparedLength => 2 * Features;

    /// <summary>Puts grown trees together.</summary>
    /// <param name="edges">Thresholds of a feature; a code beyond them is above all numbers.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="trees">The trees.</param>
    /// <exception cref="InputException">A tree is too large, or all are.</exception>
    public static ForestTrees Join(Func<int, float[]> edges, int features, int classes, GrownTree[] trees)
    {
        var bits = BitsFor(features);
        var largest = trees.Max(tree => tree.Nodes.Length);
        var all = trees.Sum(tree => (long)tree.Nodes.Length);
        if (largest > TreeNode.LeafBit >> bits || all > Array.MaxLength / Unsafe.SizeOf<TreeNode>())
        {
            throw new InputException($"A forest of {all} nodes, {largest} in one tree, is too large; take fewer objects of each class, or ask for more objects in a leaf.");
        }

        var nodes = new TreeNode[all];
        var roots = new int[trees.Length];
        var shares = new List<ushort>();
        for (var c = 0; c < classes; c++)
        {
            shares.AddRange(Enumerable.Range(0, classes).Select(other => (ushort)(other == c ? LeafShares.Whole : 0)));
        }

        var count = 0;
        for (var t = 0; t < trees.Length; t++)
        {
            roots[t] = count;
            var firstShares = (shares.Count / classes) - classes;
            shares.AddRange(trees[t].Shares);
            foreach (var node in trees[t].Nodes)
            {
                nodes[count] = node.Feature < 0
                    ? new TreeNode(0, TreeNode.LeafBit | (uint)(node.Next < classes ? node.Next : node.Next + firstShares))
                    : new TreeNode(Threshold(edges(node.Feature), node.Code), (uint)(node.Feature + (node.MissingLeft ? 0 : features)) | ((uint)(roots[t] + node.Next - count) << bits));
                count++;
            }
        }

        return new ForestTrees(features, classes, nodes, roots, [.. shares]);
    }

    /// <summary>Place in a prepared row of the value that an inner node reads.</summary>
    public int Place(TreeNode node) => (int)(node.Link & ((1u << FeatureBits) - 1));

    /// <summary>Left child of an inner node; the right one follows it.</summary>
    public int LeftOf(int node) => node + (int)(Nodes[node].Link >> FeatureBits);

    /// <summary>Number of nodes of a tree.</summary>
    public int CountNodes(int root)
    {
        var tree = Array.BinarySearch(Roots, root);
        return (tree + 1 < Roots.Length ? Roots[tree + 1] : Nodes.Length) - root;
    }

    /// <summary>A row as nodes read it: its values twice, with what is missing first below, then above all numbers.</summary>
    public static void Prepare(ReadOnlySpan<float> row, Span<float> prepared)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var isThere = float.IsFinite(row[i]);
            prepared[i] = isThere ? row[i] : float.NegativeInfinity;
            prepared[i + row.Length] = isThere ? row[i] : float.PositiveInfinity;
        }
    }

    /// <summary>Adds the shares of the leaves that a row ends in, one a tree.</summary>
    /// <param name="prepared">The row, prepared.</param>
    /// <param name="sums">One for each class; added to.</param>
    public void Add(ReadOnlySpan<float> prepared, Span<uint> sums)
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(Nodes);
        ref var values = ref MemoryMarshal.GetReference(prepared);
        var (bits, mask) = (FeatureBits, (1u << FeatureBits) - 1);
        foreach (var root in Roots)
        {
            ref var node = ref Unsafe.Add(ref nodes, root);
            uint link;
            while ((link = node.Link) < TreeNode.LeafBit)
            {
                var right = Unsafe.Add(ref values, link & mask) > node.Threshold ? 1u : 0u;
                node = ref Unsafe.Add(ref node, (link >> bits) + right);
            }

            var shares = Shares.AsSpan((int)(link - TreeNode.LeafBit) * Classes, Classes);
            for (var c = 0; c < shares.Length; c++)
            {
                sums[c] += shares[c];
            }
        }
    }

    private static float Threshold(float[] edges, byte code) => code < edges.Length ? edges[code] : float.MaxValue;

    private static int BitsFor(int features) => BitOperations.Log2((uint)Math.Max(1, (2 * features) - 1)) + 1;
}
