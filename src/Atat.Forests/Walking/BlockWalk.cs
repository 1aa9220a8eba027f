using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Atat.Forests.Walking;

/// <summary>
/// Walks a block of objects down one tree after the other: at every node the objects that come there are divided in two, without a branch, so that no
/// load waits for another. One instance a thread.
/// </summary>
/// <param name="features">Number of features.</param>
internal sealed class BlockWalk(int features)
{
    /// <summary>Objects of a block: their keys stay in a processor's second cache.</summary>
    public const int Rows = 1024;

    private readonly int[] keys = new int[features * Rows];
    private readonly int[][] lists = [new int[Rows], new int[Rows]];
    private readonly Stack<(int Node, int Start, int Length, int List)> open = new();

    /// <summary>Takes in the objects of a block.</summary>
    /// <param name="matrix">Features.</param>
    /// <param name="rows">Rows of the objects, at most <see cref="Rows"/>.</param>
    public void Load(FeatureMatrix matrix, ReadOnlySpan<int> rows)
    {
        for (var f = 0; f < features; f++)
        {
            var column = matrix.Column(f);
            var of = keys.AsSpan(f * Rows, rows.Length);
            for (var i = 0; i < of.Length; i++)
            {
                of[i] = ValueKeys.Of(column[rows[i]]);
            }
        }
    }

    /// <summary>Adds the shares of the leaves that objects end in, one a tree.</summary>
    /// <param name="trees">Trees.</param>
    /// <param name="objects">Which of the block's objects.</param>
    /// <param name="sums">(block, classes); added to.</param>
    public void Add(ForestTrees trees, ReadOnlySpan<int> objects, Span<uint> sums)
    {
        foreach (var root in trees.Roots)
        {
            objects.CopyTo(lists[0]);
            open.Push((root, 0, objects.Length, 0));
            while (open.TryPop(out var part))
            {
                var node = trees.Nodes[part.Node];
                var list = lists[part.List].AsSpan(part.Start, part.Length);
                if (node.IsLeaf)
                {
                    foreach (var i in list)
                    {
                        trees.AddLeaf(node.Leaf, sums.Slice(i * trees.Classes, trees.Classes));
                    }

                    continue;
                }

                var left = Divide(trees, node, list, lists[1 - part.List].AsSpan(part.Start, part.Length));
                var child = trees.LeftOf(part.Node);
                if (left < part.Length)
                {
                    open.Push((child + 1, part.Start + left, part.Length - left, 1 - part.List));
                }

                if (left > 0)
                {
                    open.Push((child, part.Start, left, 1 - part.List));
                }
            }
        }
    }

    private int Divide(ForestTrees trees, TreeNode node, ReadOnlySpan<int> list, Span<int> divided)
    {
        var place = trees.Place(node);
        var above = place & 1;
        ref var values = ref keys[(place >> 1) * Rows];
        ref var to = ref MemoryMarshal.GetReference(divided);
        var (left, right) = (0, list.Length - 1);
        foreach (var i in list)
        {
            var goesRight = unchecked(Unsafe.Add(ref values, i) - above) > node.Threshold ? 1 : 0;
            Unsafe.Add(ref to, left) = i;
            Unsafe.Add(ref to, right) = i;
            left += 1 - goesRight;
            right -= goesRight;
        }

        return left;
    }
}
