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
    public const int Slack = 8 * Lanes;

    private const int Lanes = 8;
    private const int Steps = 4;

    // Of each mask of lanes: these lanes, then the others.
    private static readonly int[] Order = Orders();

    /// <summary>Walks.</summary>
    /// <param name="trees">Trees.</param>
    /// <param name="prepared">Prepared objects, one after the other, after <see cref="CodeTable.Lead"/> bytes.</param>
    /// <param name="count">Number of walks.</param>
    /// <param name="at">Node where each begins; overwritten.</param>
    /// <param name="objects">Object of each; overwritten.</param>
    /// <param name="leaves">Takes the leaves where they end, in any order.</param>
    /// <param name="arrived">Takes the objects that these are of.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToLeaves(ForestTrees trees, ReadOnlySpan<byte> prepared, int count, Span<int> at, Span<int> objects, Span<int> leaves, Span<int> arrived)
    {
        fixed (uint* nodes = trees.Nodes)
        fixed (byte* rows = prepared)
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
        var row = (sbyte*)walk.Rows + ((nint)of * walk.Length);
        int step;
        while ((step = walk.Format.Step(walk.Nodes[at])) > 0)
        {
            at += step + (row[walk.Format.Place(walk.Nodes[at])] > (sbyte)NodeFormat.Threshold(walk.Nodes[at]) ? 1 : 0);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Advance64(ref Lists walk, int i, int count)
    {
        var nodes = (int*)walk.Nodes;
        var keys = (int*)(walk.Rows - 3);
        var (bits, place, reach) = (walk.Format.PlaceBits, Vector256.Create((1 << walk.Format.PlaceBits) - 1), Vector256.Create(walk.Format.Reach));
        var (a, b) = (Four.Load(walk.At + i), Four.Load(walk.At + i + (4 * Lanes)));
        var (ra, rb) = (Four.Load(walk.Of + i).Times(walk.Length), Four.Load(walk.Of + i + (4 * Lanes)).Times(walk.Length));
        for (var step = 0; step < Steps; step++)
        {
            a = a.Next(nodes, keys, ra, place, reach, bits);
            b = b.Next(nodes, keys, rb, place, reach, bits);
        }

        a.Part(ref walk, walk.Of + i, count);
        b.Part(ref walk, walk.Of + i + (4 * Lanes), count - (4 * Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Advance32(ref Lists walk, int i, int count)
    {
        var nodes = (int*)walk.Nodes;
        var keys = (int*)(walk.Rows - 3);
        var (bits, place, reach) = (walk.Format.PlaceBits, Vector256.Create((1 << walk.Format.PlaceBits) - 1), Vector256.Create(walk.Format.Reach));
        var a = Four.Load(walk.At + i);
        var ra = Four.Load(walk.Of + i).Times(walk.Length);
        for (var step = 0; step < Steps; step++)
        {
            a = a.Next(nodes, keys, ra, place, reach, bits);
        }

        a.Part(ref walk, walk.Of + i, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Advance8(ref Lists walk, int i, int count)
    {
        var nodes = (int*)walk.Nodes;
        var keys = (int*)(walk.Rows - 3);
        var (bits, place, reach) = (walk.Format.PlaceBits, Vector256.Create((1 << walk.Format.PlaceBits) - 1), Vector256.Create(walk.Format.Reach));
        var (a, of) = (Vector256.Load(walk.At + i), Vector256.Load(walk.Of + i));
        var ra = of * Vector256.Create(walk.Length);
        for (var step = 0; step < Steps; step++)
        {
            a = Next(nodes, keys, a, ra, place, reach, bits);
        }

        Part(ref walk, a, of, count);
    }

    // Thresholds and what is compared with them are the highest bytes; a leaf leads to itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Next(int* nodes, int* keys, Vector256<int> at, Vector256<int> row, Vector256<int> place, Vector256<int> reach, int bits)
    {
        var node = Avx2.GatherVector256(nodes, at, sizeof(int));
        var key = Avx2.GatherVector256(keys, (node & place) + row, 1) & Vector256.Create(-1 << NodeFormat.ThresholdShift);
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

    // Four registers of walks, whose loads do not wait for each other.
    private readonly struct Four(Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d)
    {
        private readonly Vector256<int> a = a, b = b, c = c, d = d;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Four Load(int* from) => new(Vector256.Load(from), Vector256.Load(from + Lanes), Vector256.Load(from + (2 * Lanes)), Vector256.Load(from + (3 * Lanes)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Four Times(int factor) => new(a * factor, b * factor, c * factor, d * factor);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Four Next(int* nodes, int* keys, Four row, Vector256<int> place, Vector256<int> reach, int bits) => new(
            LaneWalk.Next(nodes, keys, a, row.a, place, reach, bits),
            LaneWalk.Next(nodes, keys, b, row.b, place, reach, bits),
            LaneWalk.Next(nodes, keys, c, row.c, place, reach, bits),
            LaneWalk.Next(nodes, keys, d, row.d, place, reach, bits));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Part(ref Lists walk, int* of, int count)
        {
            LaneWalk.Part(ref walk, a, Vector256.Load(of), count);
            LaneWalk.Part(ref walk, b, Vector256.Load(of + Lanes), count - Lanes);
            LaneWalk.Part(ref walk, c, Vector256.Load(of + (2 * Lanes)), count - (2 * Lanes));
            LaneWalk.Part(ref walk, d, Vector256.Load(of + (3 * Lanes)), count - (3 * Lanes));
        }
    }

    private struct Lists(uint* nodes, byte* rows, int* at, int* of, int* ends, int* who, int* orders, int length, NodeFormat format)
    {
        public readonly uint* Nodes = nodes;
        public readonly byte* Rows = rows;
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
