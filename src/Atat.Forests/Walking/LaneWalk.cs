using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Atat.Forests.Walking;

/// <summary>
/// Walks (object, tree) pairs down to their leaves. One walk is a chain of loads that wait for each other, so that 32 go side by side, by gathers where the
/// processor has them. After every few steps those that have arrived leave, and the others close up.
/// </summary>
internal static unsafe class LaneWalk
{
    /// <summary>Room that the lists need beyond the walks.</summary>
    public const int Slack = 4 * Lanes;

    private const int Lanes = 8;
    private const int Steps = 4;

    // Of each mask of lanes: these lanes, then the others.
    private static readonly int[] Order = Orders();

    /// <summary>Walks.</summary>
    /// <param name="trees">Trees.</param>
    /// <param name="keys">Prepared rows of the objects, one after the other.</param>
    /// <param name="count">Number of walks.</param>
    /// <param name="at">Node where each begins; overwritten.</param>
    /// <param name="objects">Object of each; overwritten.</param>
    /// <param name="leaves">Takes the rows of the shares of leaves where they end, in any order.</param>
    /// <param name="arrived">Takes the objects that these are of.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToLeaves(ForestTrees trees, ReadOnlySpan<int> keys, int count, Span<int> at, Span<int> objects, Span<int> leaves, Span<int> arrived)
    {
        fixed (TreeNode* nodes = trees.Nodes)
        fixed (int* rows = keys, walks = at, of = objects, ends = leaves, who = arrived)
        {
            if (Avx2.IsSupported)
            {
                var done = 0;
                while (count > 0)
                {
                    // What is beyond the last stands at a leaf that belongs to no tree.
                    new Span<int>(walks + count, Slack).Fill(trees.Roots[0] - 1);
                    new Span<int>(of + count, Slack).Clear();
                    var left = 0;
                    for (var i = 0; i < count;)
                    {
                        if (count - i > 2 * Lanes)
                        {
                            Advance32(trees, nodes, rows, walks, of, ends, who, i, count, ref left, ref done);
                            i += 4 * Lanes;
                        }
                        else
                        {
                            Advance8(trees, nodes, rows, walks, of, ends, who, i, count, ref left, ref done);
                            i += Lanes;
                        }
                    }

                    count = left;
                }
            }
            else
            {
                for (var i = 0; i < count; i++)
                {
                    ends[i] = One(nodes + walks[i], rows + (of[i] * trees.PreparedLength), trees.PlaceBits);
                    who[i] = of[i];
                }
            }
        }
    }

    private static int One(TreeNode* node, int* keys, int placeBits)
    {
        var mask = (1u << placeBits) - 1;
        uint step;
        while ((step = node->Link >> placeBits) > 0)
        {
            node += step + (keys[node->Link & mask] > node->Threshold ? 1u : 0u);
        }

        return node->Threshold;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Advance32(ForestTrees trees, TreeNode* nodes, int* keys, int* walks, int* of, int* ends, int* who, int i, int count, ref int left, ref int done)
    {
        var (mask, bits) = (Vector256.Create((1 << trees.PlaceBits) - 1), trees.PlaceBits);
        var length = Vector256.Create(trees.PreparedLength);
        var (a, b, c, d) = (Vector256.Load(walks + i), Vector256.Load(walks + i + Lanes), Vector256.Load(walks + i + (2 * Lanes)), Vector256.Load(walks + i + (3 * Lanes)));
        var (oa, ob, oc, od) = (Vector256.Load(of + i), Vector256.Load(of + i + Lanes), Vector256.Load(of + i + (2 * Lanes)), Vector256.Load(of + i + (3 * Lanes)));
        var (ra, rb, rc, rd) = (oa * length, ob * length, oc * length, od * length);
        for (var step = 0; step < Steps; step++)
        {
            a = Next(nodes, keys, a, ra, mask, bits);
            b = Next(nodes, keys, b, rb, mask, bits);
            c = Next(nodes, keys, c, rc, mask, bits);
            d = Next(nodes, keys, d, rd, mask, bits);
        }

        Part(nodes, a, oa, bits, walks, of, ends, who, count - i, ref left, ref done);
        Part(nodes, b, ob, bits, walks, of, ends, who, count - i - Lanes, ref left, ref done);
        Part(nodes, c, oc, bits, walks, of, ends, who, count - i - (2 * Lanes), ref left, ref done);
        Part(nodes, d, od, bits, walks, of, ends, who, count - i - (3 * Lanes), ref left, ref done);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Advance8(ForestTrees trees, TreeNode* nodes, int* keys, int* walks, int* of, int* ends, int* who, int i, int count, ref int left, ref int done)
    {
        var (mask, bits) = (Vector256.Create((1 << trees.PlaceBits) - 1), trees.PlaceBits);
        var a = Vector256.Load(walks + i);
        var oa = Vector256.Load(of + i);
        var ra = oa * Vector256.Create(trees.PreparedLength);
        for (var step = 0; step < Steps; step++)
        {
            a = Next(nodes, keys, a, ra, mask, bits);
        }

        Part(nodes, a, oa, bits, walks, of, ends, who, count - i, ref left, ref done);
    }

    // A leaf leads to itself: its step is none, and nothing is above its threshold.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Next(TreeNode* nodes, int* keys, Vector256<int> at, Vector256<int> row, Vector256<int> mask, int bits)
    {
        var link = Avx2.GatherVector256((int*)nodes + 1, at, 8);
        var threshold = Avx2.GatherVector256((int*)nodes, at, 8);
        var key = Avx2.GatherVector256(keys, (link & mask) + row, 4);
        return at + (link >>> bits) - Vector256.GreaterThan(key, threshold);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Part(TreeNode* nodes, Vector256<int> at, Vector256<int> objects, int bits, int* walks, int* of, int* ends, int* who, int lanes, ref int left, ref int done)
    {
        var there = lanes >= Lanes ? byte.MaxValue : lanes <= 0 ? 0 : (1 << lanes) - 1;
        var isLeaf = Vector256.Equals(Avx2.GatherVector256((int*)nodes + 1, at, 8) >>> bits, Vector256<int>.Zero).ExtractMostSignificantBits();
        var stays = (int)~isLeaf & there;
        var order = Order(stays);
        Avx2.PermuteVar8x32(at, order).Store(walks + left);
        Avx2.PermuteVar8x32(objects, order).Store(of + left);
        left += BitOperations.PopCount((uint)stays);
        var leaves = (int)isLeaf & there;
        if (leaves != 0)
        {
            order = Order(leaves);
            Avx2.PermuteVar8x32(Avx2.GatherVector256((int*)nodes, at, 8), order).Store(ends + done);
            Avx2.PermuteVar8x32(objects, order).Store(who + done);
            done += BitOperations.PopCount((uint)leaves);
        }

        static Vector256<int> Order(int lanes) => Vector256.LoadUnsafe(ref LaneWalk.Order[lanes * Lanes]);
    }

    private static int[] Orders()
    {
        var orders = new int[256 * Lanes];
        for (var mask = 0; mask < 256; mask++)
        {
            var (first, rest) = (mask * Lanes, (mask * Lanes) + BitOperations.PopCount((uint)mask));
            for (var lane = 0; lane < Lanes; lane++)
            {
                orders[(mask >> lane & 1) == 1 ? first++ : rest++] = lane;
            }
        }

        return orders;
    }
}
