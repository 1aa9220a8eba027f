using System.Collections.Immutable;
using System.Numerics.Tensors;
using Atat.Forests.Growing;
using Atat.Forests.Walking;
using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>Trains a <see cref="BalancedForest"/>.</summary>
internal static class ForestTraining
{
    /// <summary>As <see cref="BalancedForest.Train"/>, with names of the classes for messages.</summary>
    public static BalancedForest Train(FeatureMatrix features, int[] rows, int[] classes, ImmutableArray<string> names, ForestSettings settings, IProgress<double>? progress, CancellationToken cancellation)
    {
        settings.Check();
        Check(features, rows, classes, names.Length);
        var members = ClassRows.Of(classes, names);
        var perTree = (long)(settings.ObjectsPerClass ?? members.Min(m => m.Length)) * members.Length;
        if (perTree > TreeSample.MaxWeight)
        {
            throw new InputException($"{perTree} objects for every tree are more than {TreeSample.MaxWeight}; take fewer of each class.");
        }

        var binned = BinnedFeatures.Make(features, rows, members, settings, cancellation);
        var trees = new GrownTree[settings.Trees];
        var done = 0;
        Parallel.For(0, trees.Length, Workers.Options(settings.Threads, cancellation), () => new TreeGrower(binned, members, rows.Length, settings), (t, _, grower) =>
        {
            trees[t] = grower.Grow(t, cancellation);
            progress?.Report(Interlocked.Increment(ref done) / (double)trees.Length);
            return grower;
        }, _ => { });
        return new BalancedForest(ForestTrees.Join(binned.AllEdges, names.Length, trees, settings.Threads), [.. Importances(trees)]);
    }

    private static void Check(FeatureMatrix features, int[] rows, int[] classes, int classCount)
    {
        if (classes.Length != rows.Length || classes.Any(c => (uint)c >= (uint)classCount) || rows.Any(row => (uint)row >= (uint)features.Rows))
        {
            throw new ArgumentException($"{rows.Length} rows and {classes.Length} classes do not fit, or one is out of range.", nameof(classes));
        }

        if (classCount is < 1 or > BalancedForest.MaxClasses)
        {
            throw new InputException($"A forest tells 1 to {BalancedForest.MaxClasses} classes apart, not {classCount}.");
        }

        if (features.Columns is < 1 or > BalancedForest.MaxFeatures)
        {
            throw new InputException($"A forest takes 1 to {BalancedForest.MaxFeatures} features, not {features.Columns}.");
        }
    }

    // As scikit-learn: of every tree that has a split the shares of the features, then their mean.
    private static double[] Importances(GrownTree[] trees)
    {
        var sums = new double[trees[0].Decreases.Length];
        foreach (var tree in trees)
        {
            var all = TensorPrimitives.Sum<double>(tree.Decreases);
            if (all > 0)
            {
                TensorPrimitives.MultiplyAdd<double>(tree.Decreases, 1 / all, sums, sums);
            }
        }

        var total = TensorPrimitives.Sum<double>(sums);
        return total > 0 ? Array.ConvertAll(sums, sum => sum / total) : sums;
    }
}
