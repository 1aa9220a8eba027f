using System.Collections.Immutable;
using Atat.Forests.Growing;
using Atat.Forests.Walking;

namespace Atat.Forests.Files;

/// <summary>One balanced forest within a file: number of trees, importances, thresholds of each feature, trees.</summary>
internal static class ForestBlock
{
    /// <summary>Writes a forest.</summary>
    public static void Write(FileWriter writer, BalancedForest forest)
    {
        var trees = forest.Trees;
        writer.Count(trees.Roots.Length);
        foreach (var importance in forest.Importances)
        {
            writer.Double(importance);
        }

        var thresholds = trees.Table.Thresholds;
        foreach (var of in thresholds)
        {
            writer.Count(of.Length);
            Array.ForEach(of, writer.Single);
        }

        foreach (var root in trees.Roots)
        {
            TreeBlock.Write(writer, trees, root);
        }
    }

    /// <summary>Reads a forest.</summary>
    public static BalancedForest Read(FileReader reader, int features, int classes)
    {
        var trees = new GrownTree[reader.Count(Math.Min(BalancedForest.MaxTrees, reader.Left), "trees")];
        if (trees.Length == 0)
        {
            throw reader.Damaged("a forest without trees");
        }

        var importances = ImmutableArray.CreateBuilder<double>();
        for (var f = 0; f < features; f++)
        {
            importances.Add(reader.Double() is >= 0 and <= 2 and var importance ? importance : throw reader.Damaged("an importance is none"));
        }

        var thresholds = new float[features][];
        for (var f = 0; f < features; f++)
        {
            thresholds[f] = new float[reader.Count(NodeFormat.MostThresholds(features), "thresholds")];
            for (var i = 0; i < thresholds[f].Length; i++)
            {
                thresholds[f][i] = reader.Single();
                if (!float.IsFinite(thresholds[f][i]) || (i > 0 && thresholds[f][i] <= thresholds[f][i - 1]))
                {
                    throw reader.Damaged("thresholds do not ascend");
                }
            }
        }

        for (var t = 0; t < trees.Length; t++)
        {
            trees[t] = TreeBlock.Read(reader, thresholds, classes);
        }

        return new BalancedForest(ForestTrees.Join([.. thresholds], classes, trees, threads: 0), importances.ToImmutable());
    }
}
