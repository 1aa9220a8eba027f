using Atat.Forests;
using Atat.LightCurves;

namespace Atat.Training.Configuration;

/// <summary>Ranges that the kinds of values cannot express.</summary>
internal static class TreeConfigChecks
{
    /// <summary>Returns the configuration if every value is in its range.</summary>
    /// <exception cref="InputException">A value is not; the message names its key.</exception>
    public static TreeConfig Check(TreeConfig config, string source)
    {
        var range = new ConfigRange(source);
        range.Require(config.Inputs.Length > 0 && config.Inputs.All(i => i is "md" or "feat"), "inputs", string.Join(',', config.Inputs), "some of md, feat: trees read no light curves");
        range.Require(config.Days.Length > 0 && config.Days.All(d => d > 0), "days", string.Join(',', config.Days), "days above 0");
        range.Require(config.Data.ValidationFold >= 0, "data.validation_fold", config.Data.ValidationFold, "0 or more");
        Check(config.Forest, range);
        Check(config.Boosted, range);
        return config;
    }

    private static void Check(ForestConfig forest, ConfigRange range)
    {
        range.Require(forest.Trees is > 0 and <= BalancedForest.MaxTrees, "forest.trees", forest.Trees, $"1 to {BalancedForest.MaxTrees}");
        range.Require(forest.FeatureFraction is >= 0 and <= 1, "forest.feature_fraction", forest.FeatureFraction, "from 0 (square root) to 1");
        range.Require(forest.MinImpurityDecrease >= 0, "forest.min_impurity_decrease", forest.MinImpurityDecrease, "0 or more");
        range.Require(forest.MinSamplesLeaf > 0, "forest.min_samples_leaf", forest.MinSamplesLeaf, "1 or more");
        range.Require(forest.MaxDepth >= 0, "forest.max_depth", forest.MaxDepth, "0 (no limit) or more");
        range.Require(forest.ObjectsPerClass >= 0, "forest.objects_per_class", forest.ObjectsPerClass, "0 (the rarest class's) or more");
        range.Require(forest.TransientTrees is > 0 and <= BalancedForest.MaxTrees, "forest.transient_trees", forest.TransientTrees, $"1 to {BalancedForest.MaxTrees}");
        range.Require(forest.TransientMinImpurityDecrease >= 0, "forest.transient_min_impurity_decrease", forest.TransientMinImpurityDecrease, "0 or more");
        range.Require(forest.TransientObjects > 0, "forest.transient_objects", forest.TransientObjects, "1 or more");
        range.Require(forest.PeriodicObjects > 0, "forest.periodic_objects", forest.PeriodicObjects, "1 or more");
        range.Require(forest.StochasticObjects > 0, "forest.stochastic_objects", forest.StochasticObjects, "1 or more");
    }

    private static void Check(BoostedSettings boosted, ConfigRange range)
    {
        range.Require(boosted.LearningRate > 0, "boosted.learning_rate", boosted.LearningRate, "above 0");
        range.Require(boosted.NumLeaves is > 1 and <= 131_072, "boosted.num_leaves", boosted.NumLeaves, "2 to 131072");
        range.Require(boosted.MinDataInLeaf > 0, "boosted.min_data_in_leaf", boosted.MinDataInLeaf, "1 or more");
        range.Require(boosted.FeatureFraction is > 0 and <= 1, "boosted.feature_fraction", boosted.FeatureFraction, "above 0, up to 1");
        range.Require(boosted.LambdaL2 >= 0, "boosted.lambda_l2", boosted.LambdaL2, "0 or more");
        range.Require(boosted.MaxBin is > 1 and <= 65_535, "boosted.max_bin", boosted.MaxBin, "2 to 65535");
        range.Require(boosted.Rounds > 0, "boosted.rounds", boosted.Rounds, "1 or more");
        range.Require(boosted.Patience > 0, "boosted.patience", boosted.Patience, "1 or more");
    }
}
