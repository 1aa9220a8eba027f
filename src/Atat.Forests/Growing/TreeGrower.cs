using Atat.Forests.Walking;
namespace Atat.Forests.Growing;

/// <summary>Grows trees, one after the other; one instance a thread.</summary>
internal sealed class TreeGrower
{
    // As scikit-learn: a node purer than that is a leaf.
    private const double Pure = 2.220446049250313e-16;

    // Scores are rounded; a split that leaves the impurity as it is must not fail by rounding.
    private const double Rounding = 1e-12;

    private readonly ForestSettings settings;
    private readonly int classCount;
    private readonly BalancedBootstrap bootstrap;
    private readonly SplitFinder finder;
    private readonly BinnedFeatures features;
    private readonly TreeSample[] samples;
    private readonly TreeSample[] aside;
    private readonly int[] order;
    private readonly int tried;
    private readonly int[] total;
    private readonly Stack<(int Node, int Start, int Length, int Depth)> open = new();
    private readonly List<GrownNode> nodes = [];
    private readonly List<ushort> shares = [];

    /// <summary>Makes the buffers.</summary>
    /// <param name="features">Binned features of the training rows.</param>
    /// <param name="members">Training rows by class.</param>
    /// <param name="rows">Number of training rows.</param>
    /// <param name="settings">How trees are grown.</param>
    public TreeGrower(BinnedFeatures features, int[][] members, int rows, ForestSettings settings)
    {
        this.features = features;
        this.settings = settings;
        classCount = members.Length;
        bootstrap = new BalancedBootstrap(members, rows, settings.ObjectsPerClass ?? members.Min(m => m.Length));
        samples = new TreeSample[Math.Min(bootstrap.Total, rows)];
        finder = new SplitFinder(features, classCount, settings.MinSamplesLeaf, samples.Length);
        aside = new TreeSample[samples.Length];
        order = new int[features.Features];
        tried = settings.FeatureSampling.Of(features.Features);
        total = new int[classCount];
    }

    /// <summary>Grows one tree, which depends on the seed and its number alone.</summary>
    public GrownTree Grow(int number, CancellationToken cancellation)
    {
        open.Clear();
        var random = new SplitMix64(settings.Seed, number);
        var decreases = new double[features.Features];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        nodes.Clear();
        shares.Clear();
        nodes.Add(default);
        open.Push((0, 0, bootstrap.Draw(ref random, samples), 0));
        while (open.TryPop(out var node))
        {
            cancellation.ThrowIfCancellationRequested();
            var within = samples.AsSpan(node.Start, node.Length);
            var split = Best(within, node.Depth, ref random, out var decrease);
            if (split.Feature < 0)
            {
                nodes[node.Node] = Leaf();
                continue;
            }

            decreases[split.Feature] += decrease;
            var code = features.Boundary(split);
            var leftLength = Divide(within, split, code);
            var child = nodes.Count;
            nodes[node.Node] = new GrownNode(split.Feature, code, split.MissingLeft, child);
            nodes.Add(default);
            nodes.Add(default);
            open.Push((child + 1, node.Start + leftLength, node.Length - leftLength, node.Depth + 1));
            open.Push((child, node.Start, leftLength, node.Depth + 1));
        }

        return new GrownTree { Nodes = [.. nodes], Shares = [.. shares], Decreases = decreases };
    }

    private Split Best(ReadOnlySpan<TreeSample> within, int depth, ref SplitMix64 random, out double decrease)
    {
        total.AsSpan().Clear();
        foreach (var sample in within)
        {
            total[sample.Class] += sample.Weight;
        }

        var (weight, squares) = (0.0, 0.0);
        foreach (var of in total)
        {
            weight += of;
            squares += (double)of * of;
        }

        decrease = 0;
        var none = new Split(-1, 0, 0, false, double.NegativeInfinity);
        if (1 - (squares / (weight * weight)) <= Pure || within.Length < 2 * settings.MinSamplesLeaf || depth >= settings.MaxDepth)
        {
            return none;
        }

        var best = none;
        var useful = false;
        for (var i = 0; i < order.Length && (i < tried || !useful); i++)
        {
            var j = i + random.Below(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
            useful |= finder.Try(within, order[i], total, ref best);
        }

        if (best.Feature < 0)
        {
            return none;
        }

        decrease = Math.Max(0, best.Score - (squares / weight)) / bootstrap.Total;
        return decrease + (Rounding * best.Score / bootstrap.Total) >= settings.MinImpurityDecrease ? best : none;
    }

    private GrownNode Leaf()
    {
        var holds = 0;
        var last = 0;
        for (var c = 0; c < classCount; c++)
        {
            if (total[c] > 0)
            {
                holds++;
                last = c;
            }
        }

        if (holds == 1)
        {
            return new GrownNode(-1, 0, false, last);
        }

        Span<ushort> units = stackalloc ushort[classCount];
        LeafShares.Divide(total, units);
        var place = shares.Count / classCount;
        shares.AddRange(units);
        return new GrownNode(-1, 0, false, classCount + place);
    }

    // Keeps the order of rows on both sides, so that features are read in order of memory.
    private int Divide(Span<TreeSample> within, Split split, ushort last)
    {
        var codes = features.Codes(split.Feature);
        var missing = features.MissingCode(split.Feature);
        var (left, right) = (0, 0);
        foreach (var sample in within)
        {
            var code = codes[sample.Row];
            var goesLeft = code == missing ? split.MissingLeft : code <= last;
            within[left] = sample;
            aside[right] = sample;
            left += goesLeft ? 1 : 0;
            right += goesLeft ? 0 : 1;
        }

        aside.AsSpan(0, right).CopyTo(within[left..]);
        return left;
    }
}
