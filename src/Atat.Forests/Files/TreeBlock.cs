using Atat.Forests.Growing;
using Atat.Forests.Walking;

namespace Atat.Forests.Files;

/// <summary>
/// One tree within a file: its number of nodes, then these, parents before their left and then their right side. A node begins with a number: a class, of which it is a leaf; as many as there are
/// classes, which is a leaf of several; above that the place of the value that an inner node reads, and which threshold of its feature it has.
/// </summary>
internal static class TreeBlock
{
    /// <summary>Writes a tree.</summary>
    public static void Write(FileWriter writer, ForestTrees trees, int root)
    {
        writer.Count(trees.NodesOf(root).Count());
        foreach (var at in trees.NodesOf(root))
        {
            if (!trees.IsLeaf(at))
            {
                var place = trees.Format.Place(trees.Nodes[at]);
                writer.Count(trees.Classes + 1 + place);
                writer.Count(trees.Format.ThresholdOf(trees.Nodes[at]));
            }
            else if (trees.LeafOf(at) is var leaf && leaf < trees.Classes)
            {
                writer.Count(leaf);
            }
            else
            {
                writer.Count(trees.Classes);
                WriteShares(writer, trees.Shares.AsSpan((leaf - trees.Classes) * trees.Classes, trees.Classes));
            }
        }
    }

    /// <summary>Reads a tree.</summary>
    public static GrownTree Read(FileReader reader, float[][] thresholds, int classes)
    {
        var nodes = new GrownNode[reader.Count(reader.Left, "nodes")];
        var shares = new List<ushort>();
        var open = new Stack<int>([0]);
        var count = 1;
        while (open.TryPop(out var at))
        {
            if (at >= nodes.Length)
            {
                throw reader.Damaged("a tree has more nodes than it says");
            }

            var kind = reader.Count(classes + (2 * thresholds.Length), "kind of node");
            if (kind <= classes)
            {
                nodes[at] = new GrownNode(-1, 0, false, kind < classes ? kind : classes + (shares.Count / classes));
                if (kind == classes)
                {
                    ReadShares(reader, classes, shares);
                }

                continue;
            }

            var place = kind - classes - 1;
            var feature = place >> 1;
            nodes[at] = new GrownNode(feature, (ushort)reader.Count(thresholds[feature].Length - 1, "threshold"), (place & 1) == 1, count);
            open.Push(count + 1);
            open.Push(count);
            count += 2;
        }

        return count == nodes.Length ? new GrownTree { Nodes = nodes, Shares = [.. shares], Decreases = [] } : throw reader.Damaged("a tree has fewer nodes than it says");
    }

    // The number of classes, which, and the units of all but the last, which has the rest.
    private static void WriteShares(FileWriter writer, ReadOnlySpan<ushort> shares)
    {
        var last = shares.LastIndexOfAnyExcept((ushort)0);
        writer.Byte(shares.Length - System.MemoryExtensions.Count(shares, (ushort)0));
        for (var c = 0; c <= last; c++)
        {
            if (shares[c] > 0)
            {
                writer.Byte(c);
                if (c < last)
                {
                    writer.UInt16(shares[c]);
                }
            }
        }
    }

    private static void ReadShares(FileReader reader, int classes, List<ushort> shares)
    {
        var first = shares.Count;
        shares.AddRange(Enumerable.Repeat((ushort)0, classes));
        var (left, next) = (LeafShares.Whole, 0);
        for (var count = reader.Byte(classes, "classes of a leaf"); count > 0; count--)
        {
            var c = reader.Byte(classes - 1, "class of a leaf");
            var units = count > 1 ? reader.UInt16() : left;
            if (c < next || units < 1 || units > left)
            {
                throw reader.Damaged("the shares of a leaf do not add up");
            }

            shares[first + c] = (ushort)units;
            left -= units;
            next = c + 1;
        }

        if (left > 0)
        {
            throw reader.Damaged("a leaf has no class");
        }
    }
}
