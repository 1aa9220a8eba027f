using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Atat.Forests.Growing;
using Atat.LightCurves;

namespace Atat.Forests.Walking;

/// <summary>The trees of a forest, made for walking.</summary>
internal sealed class ForestTrees
{
    // Leaves of several classes that stand in lines before each line; nothing where the forest has none.
    private readonly int[] mixedBefore;

    private ForestTrees(int classes, CodeTable table, uint[] nodes, int[] roots, int[] mixedBefore, ushort[] shares)
    {
        Classes = classes;
        Table = table;
        Format = table.Format;
        Nodes = nodes;
        Roots = roots;
        this.mixedBefore = mixedBefore;
        Shares = shares;
    }

    /// <summary>Number of features.</summary>
    public int Features => Table.Thresholds.Length;

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Thresholds of the features.</summary>
    public CodeTable Table { get; }

    /// <summary>Format of the nodes.</summary>
    public NodeFormat Format { get; }

    /// <summary>Nodes of all trees.</summary>
    public uint[] Nodes { get; }

    /// <summary>First node of each tree; the one before it is a leaf that nothing leads to.</summary>
    public int[] Roots { get; }

    /// <summary>Shares of leaves of several classes, (leaves, classes), in units of <see cref="LeafShares.Whole"/>.</summary>
    public ushort[] Shares { get; }

    /// <summary>Puts grown trees together.</summary>
    /// <param name="edges">Thresholds of each feature, of which those that a tree has are kept; a code beyond them is above all numbers.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="trees">The trees.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <exception cref="InputException">They are too large.</exception>
    public static ForestTrees Join(ImmutableArray<float[]> edges, int classes, GrownTree[] trees, int threads)
    {
        var used = UsedThresholds.Of(edges, trees);
        var table = new CodeTable(used.Thresholds);
        var words = new TreeWords[trees.Length];
        Parallel.For(0, trees.Length, Workers.Options(threads, CancellationToken.None), t => words[t] = new TreeWords(trees[t], table.Format, classes, Inner));
        var all = words.Sum(tree => (long)tree.Words.Length);
        var mixed = trees.Sum(tree => (long)tree.Shares.Length);
        if (all > Array.MaxLength - TreeWords.Line || mixed > Array.MaxLength)
        {
            throw new InputException($"A forest of {all} nodes is too large; take fewer objects of each class, or ask for more objects in a leaf.");
        }

        var nodes = CacheLines.Allocate<uint>((int)all, out var at);
        var joined = new ForestTrees(classes, table, nodes, new int[trees.Length], mixed > 0 ? new int[(nodes.Length / TreeWords.Line) + 1] : [], new ushort[mixed]);
        var count = 0;
        for (var t = 0; t < trees.Length; t++)
        {
            joined.Roots[t] = at + 1;
            words[t].Words.CopyTo(nodes.AsSpan(at));
            for (var i = 0; mixed > 0 && i < words[t].Words.Length; i++, at++)
            {
                if (at % TreeWords.Line == joined.Roots[0] % TreeWords.Line - 1)
                {
                    joined.mixedBefore[at / TreeWords.Line] = count;
                }

                if (words[t].SharesAt[i] is >= 0 and var row)
                {
                    trees[t].Shares.AsSpan(row * classes, classes).CopyTo(joined.Shares.AsSpan(count++ * classes));
                }
            }

            at = joined.Roots[t] - 1 + words[t].Words.Length;
        }

        return joined;

        uint Inner(GrownNode node) => table.Format.Inner(used.Of(node), node.Feature, node.MissingLeft);
    }

    /// <summary>The nodes of a tree that are inner nodes or leaves, parents before their left and then their right side.</summary>
    /// <param name="root">First node of the tree.</param>
    public IEnumerable<int> NodesOf(int root)
    {
        var open = new Stack<int>([root]);
        while (open.TryPop(out var at))
        {
            while (Format.Place(Nodes[at]) == 2 * Features && Format.Step(Nodes[at]) is > 0 and var step)
            {
                at += step;
            }

            yield return at;
            if (!IsLeaf(at))
            {
                open.Push(at + Format.Step(Nodes[at]) + 1);
                open.Push(at + Format.Step(Nodes[at]));
            }
        }
    }

    /// <summary>Whether a node is a leaf.</summary>
    public bool IsLeaf(int node) => Format.Step(Nodes[node]) == 0;

    /// <summary>Class of a leaf, or the number of classes and the row of its shares.</summary>
    public int LeafOf(int node) => Format.ClassOf(Nodes[node]) is < NodeFormat.Mixed and var only ? only : Classes + MixedRow(node);

    /// <summary>Adds the shares of leaves.</summary>
    /// <param name="leaves">The leaves.</param>
    /// <param name="objects">Object that each is of.</param>
    /// <param name="sums">(objects, classes); added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<int> leaves, ReadOnlySpan<int> objects, Span<uint> sums)
    {
        for (var i = 0; i < leaves.Length; i++)
        {
            var only = Format.ClassOf(Nodes[leaves[i]]);
            if (only < NodeFormat.Mixed)
            {
                sums[(objects[i] * Classes) + only] += LeafShares.Whole;
            }
            else
            {
                AddMixed(leaves[i], sums.Slice(objects[i] * Classes, Classes));
            }
        }
    }

    private void AddMixed(int node, Span<uint> sums)
    {
        var shares = Shares.AsSpan(MixedRow(node) * Classes, Classes);
        for (var c = 0; c < shares.Length; c++)
        {
            sums[c] += shares[c];
        }
    }

    // How many leaves of several classes stand before it: in the lines before, and in its own.
    private int MixedRow(int node)
    {
        var within = (node - Roots[0] + 1) % TreeWords.Line;
        var line = node - within;
        var isMixed = Vector512.Equals(Vector512.LoadUnsafe(ref Nodes[line]), Vector512.Create(Format.Leaf(NodeFormat.Mixed))).ExtractMostSignificantBits();
        return mixedBefore[line / TreeWords.Line] + BitOperations.PopCount(isMixed & ((1UL << within) - 1));
    }
}
