using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Atat.Forests.Growing;
using Atat.LightCurves;

namespace Atat.Forests.Walking;

/// <summary>The trees of a forest in flat arrays, made for walking.</summary>
/// <param name="Features">Number of features.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Nodes">Nodes of all trees.</param>
/// <param name="Roots">First node of each tree.</param>
/// <param name="Shares">Shares of leaves, (leaves, classes), in units of <see cref="LeafShares.Whole"/>; first those of one class each.</param>
internal sealed record ForestTrees(int Features, int Classes, TreeNode[] Nodes, int[] Roots, ushort[] Shares)
{
    /// <summary>Low bits of a link that hold the place of a key.</summary>
    public int PlaceBits { get; } = BitsFor(Features);

    /// <summary>Length of a prepared row.</summary>
    public int PreparedLength => ValueKeys.PreparedLength(Features);

    /// <summary>Puts grown trees together.</summary>
    /// <param name="edges">Thresholds of a feature; a code beyond them is above all numbers.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="trees">The trees.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <exception cref="InputException">A tree is too large, or all are.</exception>
    public static ForestTrees Join(Func<int, float[]> edges, int features, int classes, GrownTree[] trees, int threads)
    {
        var bits = BitsFor(features);
        var options = Workers.Options(threads, CancellationToken.None);
        var layouts = new TreeLayout[trees.Length];
        Parallel.For(0, trees.Length, options, t => layouts[t] = new TreeLayout(trees[t].Nodes));
        var largest = layouts.Max(layout => layout.Length);
        var all = layouts.Sum(layout => (long)layout.Length);
        if (largest >> (32 - bits) > 0 || all > Array.MaxLength / Unsafe.SizeOf<TreeNode>())
        {
            throw new InputException($"A forest of {all} nodes, {largest} in one tree, is too large; take fewer objects of each class, or ask for more objects in a leaf.");
        }

        var shares = new List<ushort>();
        for (var c = 0; c < classes; c++)
        {
            shares.AddRange(Enumerable.Range(0, classes).Select(other => (ushort)(other == c ? LeafShares.Whole : 0)));
        }

        var nodes = Lines((int)all, features, out var start);
        var roots = new int[trees.Length];
        var leaves = new int[trees.Length];
        for (var t = 0; t < trees.Length; t++)
        {
            roots[t] = start + 1;
            leaves[t] = (shares.Count / classes) - classes;
            start += layouts[t].Length;
            shares.AddRange(trees[t].Shares);
        }

        Parallel.For(0, trees.Length, options, t =>
        {
            var (grown, places) = (trees[t].Nodes, layouts[t].Places);
            for (var i = 0; i < grown.Length; i++)
            {
                nodes[roots[t] - 1 + places[i]] = grown[i].Feature < 0 ? Leaf(grown[i], leaves[t]) : Inner(grown[i], places[grown[i].Next] - places[i]);
            }
        });
        return new ForestTrees(features, classes, nodes, roots, [.. shares]);

        TreeNode Leaf(GrownNode node, int before) => new(node.Next < classes ? node.Next : node.Next + before, (uint)(2 * features));

        TreeNode Inner(GrownNode node, int step)
        {
            var thresholds = edges(node.Feature);
            var key = ValueKeys.Of(node.Code < thresholds.Length ? thresholds[node.Code] : float.MaxValue);
            var above = node.MissingLeft ? 0 : 1;
            return new TreeNode(key - above, (uint)((2 * node.Feature) + above) | ((uint)step << bits));
        }
    }

    // Lines begin where the processor's do; pinned memory stays there. What is between trees are leaves that nothing leads to.
    private static TreeNode[] Lines(int length, int features, out int start)
    {
        var nodes = GC.AllocateUninitializedArray<TreeNode>(length + TreeLayout.Line - 1, pinned: true);
        Array.Fill(nodes, new TreeNode(0, (uint)(2 * features)));
        var bytes = TreeLayout.Line * Unsafe.SizeOf<TreeNode>();
        var address = (ulong)Marshal.UnsafeAddrOfPinnedArrayElement(nodes, 0);
        start = (int)((ulong)bytes - (address % (ulong)bytes)) % bytes / Unsafe.SizeOf<TreeNode>();
        return nodes;
    }

    /// <summary>Whether a node is a leaf.</summary>
    public bool IsLeaf(TreeNode node) => node.Link >> PlaceBits == 0;

    /// <summary>Place in a prepared row of the key that an inner node reads.</summary>
    public int Place(TreeNode node) => (int)(node.Link & ((1u << PlaceBits) - 1));

    /// <summary>Threshold of an inner node in the units of its feature.</summary>
    public float ThresholdOf(TreeNode node) => ValueKeys.ValueOf(node.Threshold + (Place(node) & 1));

    /// <summary>Left child of an inner node; the right one follows it.</summary>
    public int LeftOf(int node) => node + (int)(Nodes[node].Link >> PlaceBits);

    /// <summary>Adds the shares of a leaf.</summary>
    /// <param name="leaf">Row of its shares.</param>
    /// <param name="sums">One for each class; added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddLeaf(int leaf, Span<uint> sums)
    {
        if (leaf < Classes)
        {
            sums[leaf] += LeafShares.Whole;
            return;
        }

        var shares = Shares.AsSpan(leaf * Classes, Classes);
        for (var c = 0; c < shares.Length; c++)
        {
            sums[c] += shares[c];
        }
    }

    private static int BitsFor(int features) => BitOperations.Log2((uint)(2 * features)) + 1;
}
