using System.Collections.Immutable;
using Atat.Forests.Growing;
using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>Trains a <see cref="HierarchicalForest"/>.</summary>
internal static class HierarchicalTraining
{
    // Places of random draws that are not for trees.
    private const int DrawPlace = -1;

    /// <summary>As <see cref="HierarchicalForest.Train"/>.</summary>
    public static HierarchicalForest Train(FeatureMatrix features, int[] rows, int[] classes, Hierarchy hierarchy, HierarchicalSettings settings, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (classes.Length != rows.Length || classes.Any(c => (uint)c >= (uint)hierarchy.Classes.Length))
        {
            throw new ArgumentException($"{rows.Length} rows and {classes.Length} classes do not fit, or one is out of range.", nameof(classes));
        }

        if (settings.TransientObjects < 1 || settings.PeriodicObjects < 1 || settings.StochasticObjects < 1)
        {
            throw new InputException("A hierarchical forest takes at least 1 object of every class.");
        }

        var drawn = Draw(classes, hierarchy, settings);
        var hasTop = hierarchy.Branches.Length > 1;
        var trees = (hasTop ? settings.Forest.Trees : 0) + hierarchy.Members.Select((members, b) => members.Length > 1 ? settings.ForestOf(hierarchy.Branches[b]).Trees : 0).Sum();
        var done = 0;
        BalancedForest? top = null;
        if (hasTop)
        {
            var branchOf = Enumerable.Range(0, hierarchy.Classes.Length).Select(c => hierarchy.Branches.IndexOf(hierarchy.BranchOfClass[c])).ToArray();
            top = One(drawn.SelectMany(positions => positions), position => branchOf[classes[position]], [.. hierarchy.Branches.Select(Hierarchy.NameOf)], settings.Forest);
        }

        var branches = ImmutableArray.CreateBuilder<BalancedForest?>();
        foreach (var (b, members) in hierarchy.Members.Index())
        {
            var forest = settings.ForestOf(hierarchy.Branches[b]);
            branches.Add(members.Length == 1 ? null : One(
                members.SelectMany(c => drawn[c]),
                position => members.IndexOf(classes[position]),
                [.. members.Select(c => hierarchy.Classes[c])],
                forest with { Seed = unchecked(forest.Seed + ((b + 1) * 1_000_003)) }));
        }

        return new HierarchicalForest(hierarchy, features.Columns, top, branches.ToImmutable());

        BalancedForest One(IEnumerable<int> positions, Func<int, int> classOf, ImmutableArray<string> names, ForestSettings forest)
        {
            int[] chosen = [.. positions.Order()];
            var before = done;
            done += forest.Trees;
            var part = progress is null ? null : new PartialProgress(progress, before / (double)trees, forest.Trees / (double)trees);
            return ForestTraining.Train(features, Array.ConvertAll(chosen, p => rows[p]), Array.ConvertAll(chosen, p => classOf(p)), names, forest, part, cancellation);
        }
    }

    // At most so many rows of every class; the top forest and the branch's see the same.
    private static int[][] Draw(int[] classes, Hierarchy hierarchy, HierarchicalSettings settings)
    {
        var members = ClassRows.Of(classes, hierarchy.Classes);
        var random = new SplitMix64(settings.Forest.Seed, DrawPlace);
        for (var c = 0; c < members.Length; c++)
        {
            var most = settings.ObjectsOf(hierarchy.BranchOfClass[c]);
            if (members[c].Length > most)
            {
                random.Choose(members[c], most);
                members[c] = members[c][..most];
            }
        }

        return members;
    }
}
