using System.Runtime.CompilerServices;

namespace Atat.Forests.Walking;

/// <summary>Walks objects down all trees of a forest; allocates nothing.</summary>
internal static class ForestWalk
{
    /// <summary>Most objects at a time.</summary>
    public const int MostObjects = 512;

    /// <summary>Adds the shares of the leaves that objects end in, one a tree.</summary>
    /// <param name="trees">Trees.</param>
    /// <param name="prepared">Prepared objects, one after the other, after <see cref="CodeTable.Lead"/> codes.</param>
    /// <param name="objects">Number of objects.</param>
    /// <param name="sums">(objects, classes); added to.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ForestTrees trees, ReadOnlySpan<short> prepared, int objects, Span<uint> sums)
    {
        if (objects == 0)
        {
            return;
        }

        const int Room = MostObjects + LaneWalk.Slack;
        Span<int> buffer = stackalloc int[4 * Room];
        var at = buffer[..Room];
        var of = buffer.Slice(Room, Room);
        var leaves = buffer.Slice(2 * Room, Room);
        var arrived = buffer.Slice(3 * Room, Room);
        var together = MostObjects / objects;
        for (var first = 0; first < trees.Roots.Length; first += together)
        {
            var roots = trees.Roots.AsSpan(first, Math.Min(together, trees.Roots.Length - first));
            var count = roots.Length * objects;
            if (objects == 1)
            {
                roots.CopyTo(at);
                of[..count].Clear();
            }
            else
            {
                Pair(roots, objects, at, of);
            }

            LaneWalk.ToLeaves(trees, prepared, count, at, of, leaves, arrived);
            trees.Add(leaves[..count], arrived, sums);
        }
    }

    private static void Pair(ReadOnlySpan<int> roots, int objects, Span<int> at, Span<int> of)
    {
        for (var t = 0; t < roots.Length; t++)
        {
            at.Slice(t * objects, objects).Fill(roots[t]);
            for (var i = 0; i < objects; i++)
            {
                of[(t * objects) + i] = i;
            }
        }
    }
}
