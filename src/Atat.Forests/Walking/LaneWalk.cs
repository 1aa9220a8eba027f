using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Atat.Forests.Walking;

/// <summary>
/// Walks (object, tree) pairs down to their leaves. One walk is a chain of loads that wait for each other, so that 32 go side by side, by gathers where the
/// processor has them. After every few steps those that have arrived leave, and the others close up. The steps are written out: as a loop, or over a structure of registers, predictions take a tenth longer.
/// </summary>
internal static unsafe class LaneWalk
{
    /// <summary>Room that the lists need beyond the walks.</summary>
    public const int Slack = 8 * Lanes;

    private const int Lanes = 8;
    private const int Steps = 4;

    // Codes are compared in the higher half of a node's length.
    private const int CodeShift = 16;

    // Of each mask of lanes: these lanes, then the others.
    private static readonly int[] Order = Orders();

    /// <summary>Walks.</summary>
    /// <param name="trees">Trees.</param>
    /// <param name="prepared">Prepared objects, one after the other, after <see cref="CodeTable.Lead"/> codes.</param>
    /// <param name="count">Number of walks.</param>
    /// <param name="at">Node where each begins; overwritten.</param>
    /// <param name="objects">Object of each; overwritten.</param>
    /// <param name="leaves">Takes the leaves where they end, in any order.</param>
    /// <param name="arrived">Takes the objects that these are of.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToLeaves(ForestTrees trees, ReadOnlySpan<short> prepared, int count, Span<int> at, Span<int> objects, Span<int> leaves, Span<int> arrived)
    {
        fixed (uint* nodes = trees.Nodes)
        fixed (short* rows = prepared)
        fixed (int* walks = at, of = objects, ends = leaves, who = arrived, orders = Order)
        {
            var walk = new Lists(nodes, rows + CodeTable.Lead, walks, of, ends, who, orders, trees.Table.PreparedLength, trees.Format);
            if (Avx2.IsSupported)
            {
                while (count > 0)
                {
                    // What is beyond the last stands at a leaf that belongs to no tree.
                    new Span<int>(walks + count, Slack).Fill(trees.Roots[0] - 1);
                    new Span<int>(of + count, Slack).Clear();
                    walk.Left = 0;
                    for (var i = 0; i < count;)
                    {
                        if (count - i > 4 * Lanes)
                        {
                            Advance64(ref walk, i, count - i);
                            i += 8 * Lanes;
                        }
                        else if (count - i > 2 * Lanes)
                        {
                            Advance32(ref walk, i, count - i);
                            i += 4 * Lanes;
                        }
                        else
                        {
                            Advance8(ref walk, i, count - i);
                            i += Lanes;
                        }
                    }

                    count = walk.Left;
                }
            }
            else
            {
                for (var i = 0; i < count; i++)
                {
                    ends[i] = One(ref walk, walks[i], of[i]);
                    who[i] = of[i];
                }
            }
        }
    }

    private static int One(ref Lists walk, int at, int of)
    {
        var row = walk.Rows + ((nint)of * walk.Length);
        int step;
        while ((step = walk.Format.Step(walk.Nodes[at])) > 0)
        {
            at += step + (row[walk.Format.Place(walk.Nodes[at])] << CodeShift > (int)walk.Nodes[at] ? 1 : 0);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Advance32(ref Lists walk, int i, int count)
    {
        var nodes = (int*)walk.Nodes;
        var keys = (int*)(walk.Rows - 1);
        var at = walk.At + i;
        var offset = walk.Of + i;
        var (bits, place, reach, length) = (walk.Format.PlaceBits, Vector256.Create((1 << walk.Format.PlaceBits) - 1), Vector256.Create(walk.Format.Reach), Vector256.Create(walk.Length));
        var a = Vector256.Load(at + (0 * Lanes));
        var ra = Vector256.Load(offset + (0 * Lanes)) * length;
        var b = Vector256.Load(at + (1 * Lanes));
        var rb = Vector256.Load(offset + (1 * Lanes)) * length;
        var c = Vector256.Load(at + (2 * Lanes));
        var rc = Vector256.Load(offset + (2 * Lanes)) * length;
        var d = Vector256.Load(at + (3 * Lanes));
        var rd = Vector256.Load(offset + (3 * Lanes)) * length;
        a = Next(nodes, keys, a, ra, place, reach, bits);
        b = Next(nodes, keys, b, rb, place, reach, bits);
        c = Next(nodes, keys, c, rc, place, reach, bits);
        d = Next(nodes, keys, d, rd, place, reach, bits);
        a = Next(nodes, keys, a, ra, place, reach, bits);
        b = Next(nodes, keys, b, rb, place, reach, bits);
        c = Next(nodes, keys, c, rc, place, reach, bits);
        d = Next(nodes, keys, d, rd, place, reach, bits);
        a = Next(nodes, keys, a, ra, place, reach, bits);
        b = Next(nodes, keys, b, rb, place, reach, bits);
        c = Next(nodes, keys, c, rc, place, reach, bits);
        d = Next(nodes, keys, d, rd, place, reach, bits);
        a = Next(nodes, keys, a, ra, place, reach, bits);
        b = Next(nodes, keys, b, rb, place, reach, bits);
        c = Next(nodes, keys, c, rc, place, reach, bits);
        d = Next(nodes, keys, d, rd, place, reach, bits);
        var oa = Vector256.Load(offset + (0 * Lanes));
        var ob = Vector256.Load(offset + (1 * Lanes));
        var oc = Vector256.Load(offset + (2 * Lanes));
        var od = Vector256.Load(offset + (3 * Lanes));
        Part(ref walk, a, oa, count - (0 * Lanes));
        Part(ref walk, b, ob, count - (1 * Lanes));
        Part(ref walk, c, oc, count - (2 * Lanes));
        Part(ref walk, d, od, count - (3 * Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Advance64(ref Lists walk, int i, int count)
    {
        var nodes = (int*)walk.Nodes;
        var keys = (int*)(walk.Rows - 1);
        var at = walk.At + i;
        var offset = walk.Of + i;
        var (bits, place, reach, length) = (walk.Format.PlaceBits, Vector256.Create((1 << walk.Format.PlaceBits) - 1), Vector256.Create(walk.Format.Reach), Vector256.Create(walk.Length));
        var a = Vector256.Load(at + (0 * Lanes));
        var ra = Vector256.Load(offset + (0 * Lanes)) * length;
        var b = Vector256.Load(at + (1 * Lanes));
        var rb = Vector256.Load(offset + (1 * Lanes)) * length;
        var c = Vector256.Load(at + (2 * Lanes));
        var rc = Vector256.Load(offset + (2 * Lanes)) * length;
        var d = Vector256.Load(at + (3 * Lanes));
        var rd = Vector256.Load(offset + (3 * Lanes)) * length;
        var e = Vector256.Load(at + (4 * Lanes));
        var re = Vector256.Load(offset + (4 * Lanes)) * length;
        var f = Vector256.Load(at + (5 * Lanes));
        var rf = Vector256.Load(offset + (5 * Lanes)) * length;
        var g = Vector256.Load(at + (6 * Lanes));
        var rg = Vector256.Load(offset + (6 * Lanes)) * length;
        var h = Vector256.Load(at + (7 * Lanes));
        var rh = Vector256.Load(offset + (7 * Lanes)) * length;
        a = Next(nodes, keys, a, ra, place, reach, bits);
        b = Next(nodes, keys, b, rb, place, reach, bits);
        c = Next(nodes, keys, c, rc, place, reach, bits);
        d = Next(nodes, keys, d, rd, place, reach, bits);
        e = Next(nodes, keys, e, re, place, reach, bits);
        f = Next(nodes, keys, f, rf, place, reach, bits);
        g = Next(nodes, keys, g, rg, place, reach, bits);
        h = Next(nodes, keys, h, rh, place, reach, bits);
        a = Next(nodes, keys, a, ra, place, reach, bits);
        b = Next(nodes, keys, b, rb, place, reach, bits);
        c = Next(nodes, keys, c, rc, place, reach, bits);
        d = Next(nodes, keys, d, rd, place, reach, bits);
        e = Next(nodes, keys, e, re, place, reach, bits);
        f = Next(nodes, keys, f, rf, place, reach, bits);
        g = Next(nodes, keys, g, rg, place, reach, bits);
        h = Next(nodes, keys, h, rh, place, reach, bits);
        a = Next(nodes, keys, a, ra, place, reach, bits);
        b = Next(nodes, keys, b, rb, place, reach, bits);
        c = Next(nodes, keys, c, rc, place, reach, bits);
        d = Next(nodes, keys, d, rd, place, reach, bits);
        e = Next(nodes, keys, e, re, place, reach, bits);
        f = Next(nodes, keys, f, rf, place, reach, bits);
        g = Next(nodes, keys, g, rg, place, reach, bits);
        h = Next(nodes, keys, h, rh, place, reach, bits);
        a = Next(nodes, keys, a, ra, place, reach, bits);
        b = Next(nodes, keys, b, rb, place, reach, bits);
        c = Next(nodes, keys, c, rc, place, reach, bits);
        d = Next(nodes, keys, d, rd, place, reach, bits);
        e = Next(nodes, keys, e, re, place, reach, bits);
        f = Next(nodes, keys, f, rf, place, reach, bits);
        g = Next(nodes, keys, g, rg, place, reach, bits);
        h = Next(nodes, keys, h, rh, place, reach, bits);
        var oa = Vector256.Load(offset + (0 * Lanes));
        var ob = Vector256.Load(offset + (1 * Lanes));
        var oc = Vector256.Load(offset + (2 * Lanes));
        var od = Vector256.Load(offset + (3 * Lanes));
        var oe = Vector256.Load(offset + (4 * Lanes));
        var of = Vector256.Load(offset + (5 * Lanes));
        var og = Vector256.Load(offset + (6 * Lanes));
        var oh = Vector256.Load(offset + (7 * Lanes));
        Part(ref walk, a, oa, count - (0 * Lanes));
        Part(ref walk, b, ob, count - (1 * Lanes));
        Part(ref walk, c, oc, count - (2 * Lanes));
        Part(ref walk, d, od, count - (3 * Lanes));
        Part(ref walk, e, oe, count - (4 * Lanes));
        Part(ref walk, f, of, count - (5 * Lanes));
        Part(ref walk, g, og, count - (6 * Lanes));
        Part(ref walk, h, oh, count - (7 * Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Advance8(ref Lists walk, int i, int count)
    {
        var nodes = (int*)walk.Nodes;
        var keys = (int*)(walk.Rows - 1);
        var (bits, place, reach) = (walk.Format.PlaceBits, Vector256.Create((1 << walk.Format.PlaceBits) - 1), Vector256.Create(walk.Format.Reach));
        var (a, oa) = (Vector256.Load(walk.At + i), Vector256.Load(walk.Of + i));
        var ra = oa * Vector256.Create(walk.Length);
        for (var step = 0; step < Steps; step++)
        {
            a = Next(nodes, keys, a, ra, place, reach, bits);
        }

        Part(ref walk, a, oa, count);
    }

    // Thresholds are the highest bits, and what is compared with them the higher half; a leaf leads to itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Next(int* nodes, int* keys, Vector256<int> at, Vector256<int> row, Vector256<int> place, Vector256<int> reach, int bits)
    {
        var node = Avx2.GatherVector256(nodes, at, sizeof(int));
        var key = Avx2.GatherVector256(keys, (node & place) + row, sizeof(short)) & Vector256.Create(-1 << CodeShift);
        return at + ((node >>> bits) & reach) - Vector256.GreaterThan(key, node);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Part(ref Lists walk, Vector256<int> at, Vector256<int> objects, int lanes)
    {
        var there = lanes >= Lanes ? byte.MaxValue : lanes <= 0 ? 0 : (1 << lanes) - 1;
        var node = Avx2.GatherVector256((int*)walk.Nodes, at, sizeof(int));
        var isLeaf = (int)Vector256.Equals((node >>> walk.Format.PlaceBits) & Vector256.Create(walk.Format.Reach), Vector256<int>.Zero).ExtractMostSignificantBits();
        var stays = ~isLeaf & there;
        var order = Vector256.Load(walk.Orders + (stays * Lanes));
        Avx2.PermuteVar8x32(at, order).Store(walk.At + walk.Left);
        Avx2.PermuteVar8x32(objects, order).Store(walk.Of + walk.Left);
        walk.Left += BitOperations.PopCount((uint)stays);
        var leaves = isLeaf & there;
        order = Vector256.Load(walk.Orders + (leaves * Lanes));
        Avx2.PermuteVar8x32(at, order).Store(walk.Ends + walk.Done);
        Avx2.PermuteVar8x32(objects, order).Store(walk.Who + walk.Done);
        walk.Done += BitOperations.PopCount((uint)leaves);
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

    private struct Lists(uint* nodes, short* rows, int* at, int* of, int* ends, int* who, int* orders, int length, NodeFormat format)
    {
        public readonly uint* Nodes = nodes;
        public readonly short* Rows = rows;
        public readonly int* At = at;
        public readonly int* Of = of;
        public readonly int* Ends = ends;
        public readonly int* Who = who;
        public readonly int* Orders = orders;
        public readonly int Length = length;
        public readonly NodeFormat Format = format;
        public int Left;
        public int Done;
    }
}
