namespace Atat.Training.Trees;

/// <summary>Puts trees together as they are read; whatever the file says, a walk ends in a leaf.</summary>
internal sealed class BoostedAssembly(BoostedLines lines, int features, int classes)
{
    /// <summary>Most features.</summary>
    public const int MaxFeatures = 1 << 20;

    /// <summary>Most classes.</summary>
    public const int MaxClasses = 1 << 16;

    // Bits of LightGBM's decision_type.
    private const int Categorical = 1, DefaultLeft = 2, MissingIsZero = 4, MissingIsNaN = 8;

    private readonly List<int> roots = [];
    private readonly List<BoostedNode> nodes = [];
    private readonly double[] gains = new double[features];

    /// <summary>Adds a tree.</summary>
    public void Add(BoostedBlock block)
    {
        var leaves = block.Whole("num_leaves", 1, BoostedLines.MaxValues);
        if (block.Whole("num_cat", 0, int.MaxValue) > 0 || block.Whole("is_linear", 0, 1) > 0)
        {
            throw lines.Failure("a tree splits by categories or has linear leaves, which is not supported");
        }

        var (splits, root) = (leaves - 1, nodes.Count);
        roots.Add(root);
        var values = block.Numbers("leaf_value", leaves);
        if (splits > 0)
        {
            AddSplits(block, splits, root);
        }

        nodes.AddRange(values.Select(value => new BoostedNode(value, -1, 0, 0, MissingRule.Zero)));
    }

    /// <summary>The trees.</summary>
    public BoostedTrees Finish() => roots.Count > 0 && roots.Count % classes == 0
        ? new BoostedTrees(features, classes, [.. roots], [.. nodes], [.. gains])
        : throw lines.Failure($"{roots.Count} trees are not the same number for each of {classes} classes");

    // Splits stand in the order they were made: a child that is a split comes behind its parent; a leaf l is written -l - 1.
    private void AddSplits(BoostedBlock block, int splits, int root)
    {
        var (feature, threshold, gain) = (block.Wholes("split_feature", splits), block.Thresholds("threshold", splits), block.Numbers("split_gain", splits));
        var (decision, left, right) = (block.Wholes("decision_type", splits), block.Wholes("left_child", splits), block.Wholes("right_child", splits));
        for (var i = 0; i < splits; i++)
        {
            int Place(int child) => child > i && child < splits ? root + child
                : child < 0 && child >= -splits - 1 ? root + splits - child - 1
                : throw lines.Failure($"split {i} has no child {child}");
            if ((uint)feature[i] >= (uint)features)
            {
                throw lines.Failure($"split {i} is of feature {feature[i]}, and there are {features}");
            }

            var missing = (decision[i] & (Categorical | MissingIsZero)) != 0
                ? throw lines.Failure($"split {i} decides in a way that is not supported")
                : (decision[i] & MissingIsNaN) == 0 ? MissingRule.Zero
                : (decision[i] & DefaultLeft) != 0 ? MissingRule.Left
                : MissingRule.Right;
            nodes.Add(new BoostedNode(threshold[i], feature[i], Place(left[i]), Place(right[i]), missing));
            gains[feature[i]] += gain[i];
        }
    }
}
