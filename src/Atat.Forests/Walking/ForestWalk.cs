using System.Runtime.CompilerServices;

namespace Atat.Forests.Walking;

/// <summary>Walks objects down all trees of a forest; allocates nothing.</summary>
internal static class ForestWalk
{
    private const int MostWalks = 512;

    /// <summary>Adds the shares of the leaves that objects end in, one a tree.</summary>
    /// <param name="trees">Trees.</param>
    /// <param name="keys">Prepared rows, one after the other.</param>
    /// <param name="objects">Which of these rows, at most <see cref="ObjectBlock.Most"/>.</param>
    /// <param name="sums">(rows, classes); added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ForestTrees trees, ReadOnlySpan<int> keys, ReadOnlySpan<int> objects, Span<uint> sums)
    {
        if (objects.IsEmpty)
        {
            return;
        }

        const int Room = MostWalks + LaneWalk.Slack;
        Span<int> buffer = stackalloc int[4 * Room];
        var at = buffer[..Room];
        var of = buffer.Slice(Room, Room);
        var leaves = buffer.Slice(2 * Room, Room);
        var arrived = buffer.Slice(3 * Room, Room);
        var together = MostWalks / objects.Length;
        for (var first = 0; first < trees.Roots.Length; first += together)
        {
            var count = 0;
            foreach (var root in trees.Roots.AsSpan(first, Math.Min(together, trees.Roots.Length - first)))
            {
                at.Slice(count, objects.Length).Fill(root);
                objects.CopyTo(of[count..]);
                count += objects.Length;
            }

            LaneWalk.ToLeaves(trees, keys, count, at, of, leaves, arrived);
            for (var i = 0; i < count; i++)
            {
                trees.AddLeaf(leaves[i], sums.Slice(arrived[i] * trees.Classes, trees.Classes));
            }
        }
    }
}
