using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Atat.Forests.Walking;

/// <summary>
/// Walks one object down all trees. One walk is a chain of loads that wait for each other, so that many trees are walked side by side: by gathers where the processor has them.
/// </summary>
internal static unsafe class RowWalk
{
    private const int Lanes = 8;
    private const int Trees = 4 * Lanes;

    /// <summary>Adds the shares of the leaves that an object ends in, one a tree.</summary>
    /// <param name="trees">Trees.</param>
    /// <param name="prepared">The object's keys as <see cref="ValueKeys.Prepare"/> makes them.</param>
    /// <param name="sums">One for each class; added to.</param>
    public static void Add(ForestTrees trees, ReadOnlySpan<int> prepared, Span<uint> sums)
    {
        var done = 0;
        if (Avx2.IsSupported)
        {
            Span<uint> leaves = stackalloc uint[Trees];
            fixed (TreeNode* nodes = trees.Nodes)
            fixed (int* keys = prepared, roots = trees.Roots)
            {
                for (; done <= trees.Roots.Length - Trees; done += Trees)
                {
                    Gather(nodes, keys, roots + done, trees.PlaceBits, leaves);
                    foreach (var leaf in leaves)
                    {
                        trees.AddLeaf((int)(leaf - TreeNode.LeafBit), sums);
                    }
                }
            }
        }

        foreach (var root in trees.Roots.AsSpan(done))
        {
            trees.AddLeaf(One(trees, root, prepared), sums);
        }
    }

    private static int One(ForestTrees trees, int root, ReadOnlySpan<int> prepared)
    {
        ref var keys = ref MemoryMarshal.GetReference(prepared);
        ref var node = ref trees.Nodes[root];
        var (bits, mask) = (trees.PlaceBits, (1u << trees.PlaceBits) - 1);
        while (!node.IsLeaf)
        {
            var right = Unsafe.Add(ref keys, node.Link & mask) > node.Threshold ? 1u : 0u;
            node = ref Unsafe.Add(ref node, (node.Link >> bits) + right);
        }

        return node.Leaf;
    }

    private static void Gather(TreeNode* nodes, int* keys, int* roots, int bits, Span<uint> leaves)
    {
        var mask = Vector256.Create((1 << bits) - 1);
        var (a, b, c, d) = (Vector256.Load(roots), Vector256.Load(roots + Lanes), Vector256.Load(roots + (2 * Lanes)), Vector256.Load(roots + (3 * Lanes)));
        Vector256<int> la, lb, lc, ld;
        while (true)
        {
            (la, lb, lc, ld) = (Link(nodes, a), Link(nodes, b), Link(nodes, c), Link(nodes, d));
            if (((la & lb) & (lc & ld)).ExtractMostSignificantBits() == byte.MaxValue)
            {
                break;
            }

            a = Next(nodes, keys, a, la, mask, bits);
            b = Next(nodes, keys, b, lb, mask, bits);
            c = Next(nodes, keys, c, lc, mask, bits);
            d = Next(nodes, keys, d, ld, mask, bits);
        }

        la.AsUInt32().CopyTo(leaves);
        lb.AsUInt32().CopyTo(leaves[Lanes..]);
        lc.AsUInt32().CopyTo(leaves[(2 * Lanes)..]);
        ld.AsUInt32().CopyTo(leaves[(3 * Lanes)..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Link(TreeNode* nodes, Vector256<int> at) => Avx2.GatherVector256((int*)nodes + 1, at, 8);

    // Lanes that are at a leaf stay there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Next(TreeNode* nodes, int* keys, Vector256<int> at, Vector256<int> link, Vector256<int> mask, int bits)
    {
        var threshold = Avx2.GatherVector256((int*)nodes, at, 8);
        var key = Avx2.GatherVector256(keys, link & mask, 4);
        var next = at + (link >>> bits) - Vector256.GreaterThan(key, threshold);
        return Vector256.ConditionalSelect(link >> 31, at, next);
    }
}
