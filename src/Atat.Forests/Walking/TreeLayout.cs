using Atat.Forests.Growing;

namespace Atat.Forests.Walking;

/// <summary>
/// Where the nodes of a tree stand: in lines of eight, which is what a processor fetches at once. A line holds four pairs of children of one small subtree, so that a walk
/// takes two or three steps in every line it touches. Larger branches are kept together first: more objects come there.
/// </summary>
internal sealed class TreeLayout
{
    /// <summary>Nodes of a line of 64 bytes.</summary>
    public const int Line = 8;

    private const int PairsOfLine = Line / 2;

    private readonly GrownNode[] nodes;
    private readonly int[] sizeOf;
    private readonly List<int>[] parts = [[], [], []];
    private readonly List<int> cluster = [];
    private readonly List<int> frontier = [];
    private readonly Stack<int> open = new();

    /// <summary>Lays out a tree.</summary>
    public TreeLayout(GrownNode[] nodes)
    {
        this.nodes = nodes;
        sizeOf = Sizes(nodes);
        Places = new int[nodes.Length];
        Places[0] = 1;
        Length = 2;
        if (nodes[0].Feature >= 0)
        {
            Whole();
            Parts();
        }

        Length = (Length + Line - 1) / Line * Line;
    }

    /// <summary>Place of each node behind the start of its tree.</summary>
    public int[] Places { get; }

    /// <summary>Places that the tree takes, whole lines.</summary>
    public int Length { get; private set; }

    // Subtrees that fill a line; the first shares its line with the root.
    private void Whole()
    {
        open.Push(0);
        while (open.TryPop(out var top))
        {
            var isFirst = Length == 2;
            var room = isFirst ? PairsOfLine - 1 : PairsOfLine;
            cluster.Clear();
            frontier.Clear();
            frontier.Add(top);
            while (cluster.Count < room && frontier.Count > 0)
            {
                var largest = TakeLargest();
                cluster.Add(largest);
                Expand(largest);
            }

            if (cluster.Count == room || isFirst)
            {
                cluster.ForEach(Place);
                frontier.ForEach(open.Push);
            }
            else
            {
                parts[cluster.Count - 1].AddRange(cluster);
            }
        }
    }

    // Smaller ones share lines: three pairs with one, two with two.
    private void Parts()
    {
        var (ones, twos, threes) = (parts[0], parts[1], parts[2]);
        Length = (Length + Line - 1) / Line * Line;
        var one = 0;
        for (var i = 0; i < threes.Count; i += 3)
        {
            threes.GetRange(i, 3).ForEach(Place);
            if (one < ones.Count)
            {
                Place(ones[one++]);
            }
            else
            {
                Length += 2;
            }
        }

        twos.ForEach(Place);
        ones.GetRange(one, ones.Count - one).ForEach(Place);
    }

    private void Place(int parent)
    {
        Places[nodes[parent].Next] = Length++;
        Places[nodes[parent].Next + 1] = Length++;
    }

    private int TakeLargest()
    {
        var largest = 0;
        for (var i = 1; i < frontier.Count; i++)
        {
            largest = sizeOf[frontier[i]] > sizeOf[frontier[largest]] ? i : largest;
        }

        var node = frontier[largest];
        frontier.RemoveAt(largest);
        return node;
    }

    private void Expand(int parent)
    {
        for (var child = nodes[parent].Next; child <= nodes[parent].Next + 1; child++)
        {
            if (nodes[child].Feature >= 0)
            {
                frontier.Add(child);
            }
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
}
