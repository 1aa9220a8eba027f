using System.Runtime.InteropServices;
using Atat.Forests.Growing;
using Atat.LightCurves;

namespace Atat.Forests.Walking;

/// <summary>
/// One tree in the <see cref="NodeFormat"/>, laid out in lines of sixteen nodes, which is what a processor fetches at once. A line holds pairs of children of one small subtree, so that a
/// walk takes three or four steps in every line it touches; larger branches are kept together first, since more objects come there.
/// </summary>
internal sealed class TreeWords
{
    /// <summary>Nodes of a line.</summary>
    public const int Line = CacheLines.Bytes / sizeof(uint);

    private readonly GrownTree tree;
    private readonly NodeFormat format;
    private readonly Func<GrownNode, uint> inner;
    private readonly int classes;
    private readonly int[] sizeOf;
    private readonly List<uint> words = [];
    private readonly List<int> sharesAt = [];
    private readonly List<Pending> open = [];
    private readonly List<int> frontier = [];
    private readonly List<int> cluster = [];

    /// <summary>Lays out a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="format">Format of its nodes.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inner">Makes an inner node.</param>
    /// <exception cref="InputException">It is too deep.</exception>
    public TreeWords(GrownTree tree, NodeFormat format, int classes, Func<GrownNode, uint> inner)
    {
        this.tree = tree;
        this.format = format;
        this.classes = classes;
        this.inner = inner;
        sizeOf = Sizes(tree.Nodes);

        // A place that nothing leads to, so that pairs stand within lines.
        Add(format.Leaf(0), -1);
        Add(0);
        while (open.Count > 0)
        {
            KeepWithinReach();
            GatherCluster(open[^1].Node);
            if ((2 * cluster.Count) > Line - (words.Count % Line))
            {
                FillLine();
            }

            cluster.ForEach(PlaceChildren);
        }

        FillLine();
    }

    /// <summary>Nodes, whole lines; the second is the root.</summary>
    public ReadOnlySpan<uint> Words => CollectionsMarshal.AsSpan(words);

    /// <summary>Of each node the row of its shares among the tree's; -1 where it has none.</summary>
    public ReadOnlySpan<int> SharesAt => CollectionsMarshal.AsSpan(sharesAt);

    // Before the step to a pair becomes too long, nodes that lead on are put between.
    private void KeepWithinReach()
    {
        for (var i = 0; i < open.Count; i++)
        {
            if (words.Count + (2 * open.Count) + (4 * Line) - open[i].From > format.Reach)
            {
                var at = words.Count;
                SetStep(open[i], at);
                Add(format.Jump, -1);
                Add(format.Jump, -1);
                open[i] = open[i] with { From = at, IsPair = true };
            }
        }
    }

    // A node and those below it whose children shall stand together.
    private void GatherCluster(int top)
    {
        cluster.Clear();
        frontier.Clear();
        frontier.Add(top);
        while (cluster.Count < Line / 2 && frontier.Count > 0)
        {
            var largest = 0;
            for (var i = 1; i < frontier.Count; i++)
            {
                largest = sizeOf[frontier[i]] > sizeOf[frontier[largest]] ? i : largest;
            }

            var node = frontier[largest];
            frontier.RemoveAt(largest);
            cluster.Add(node);
            for (var child = tree.Nodes[node].Next; child <= tree.Nodes[node].Next + 1; child++)
            {
                if (tree.Nodes[child].Feature >= 0)
                {
                    frontier.Add(child);
                }
            }
        }
    }

    private void PlaceChildren(int parent)
    {
        var i = open.FindLastIndex(pending => pending.Node == parent);
        SetStep(open[i], words.Count);
        open.RemoveAt(i);
        Add(tree.Nodes[parent].Next);
        Add(tree.Nodes[parent].Next + 1);
    }

    private void SetStep(Pending parent, int to)
    {
        if (to - parent.From > format.Reach)
        {
            throw new InputException($"A tree of {tree.Nodes.Length} nodes is too deep to be walked; set a greatest depth, or ask for more objects in a leaf.");
        }

        for (var at = parent.From; at <= parent.From + (parent.IsPair ? 1 : 0); at++)
        {
            words[at] = format.WithStep(words[at], to - parent.From);
        }
    }

    private void Add(int node)
    {
        var grown = tree.Nodes[node];
        if (grown.Feature >= 0)
        {
            Add(inner(grown), -1);
            open.Add(new Pending(node, words.Count - 1, false));
        }
        else
        {
            var isMixed = grown.Next >= classes;
            Add(format.Leaf(isMixed ? NodeFormat.Mixed : grown.Next), isMixed ? grown.Next - classes : -1);
        }
    }

    private void Add(uint word, int shares)
    {
        words.Add(word);
        sharesAt.Add(shares);
    }

    private void FillLine()
    {
        while (words.Count % Line > 0)
        {
            Add(format.Leaf(0), -1);
        }
    }

    // Children stand behind their parents.
    private static int[] Sizes(GrownNode[] nodes)
    {
        var sizes = new int[nodes.Length];
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            sizes[i] = nodes[i].Feature < 0 ? 1 : 1 + sizes[nodes[i].Next] + sizes[nodes[i].Next + 1];
        }

        return sizes;
    }

    private readonly record struct Pending(int Node, int From, bool IsPair);
}
