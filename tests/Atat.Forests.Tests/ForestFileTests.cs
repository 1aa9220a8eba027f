using Atat.Forests.Files;
using Atat.LightCurves;

namespace Atat.Forests.Tests;

public sealed class ForestFileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void A_forest_predicts_the_same_after_writing_and_reading(int minSamplesLeaf)
    {
        var blobs = Blobs.Make([300, 100, 50], 6, 3, 0.1, 1);
        var forest = blobs.Train(new ForestSettings { Trees = 40, MinSamplesLeaf = minSamplesLeaf });
        var read = RoundTrip(new ForestModel(blobs.Features.Names, blobs.ClassNames, forest));
        Assert.Equal(blobs.Features.Names, read.Features);
        Assert.Equal(blobs.ClassNames, read.Classes);
        Assert.Equal(forest.PredictAll(blobs.Features, blobs.Rows, 1), read.Forest.PredictAll(blobs.Features, blobs.Rows, 1));
        Assert.Equal(forest.Importances, ((BalancedForest)read.Forest).Importances);
    }

    [Fact]
    public void A_forest_of_many_thresholds_predicts_the_same_after_writing_and_reading()
    {
        var blobs = Blobs.Make([2500, 2500], 2, 1, 0.1, 3);
        var forest = blobs.Train(new ForestSettings { Trees = 12 });
        Assert.All(forest.Trees.Table.Thresholds, of => Assert.InRange(of.Length, 1000, ForestSettings.MaxBins));
        var read = RoundTrip(new ForestModel(blobs.Features.Names, blobs.ClassNames, forest));
        Assert.Equal(forest.PredictAll(blobs.Features, blobs.Rows, 1), read.Forest.PredictAll(blobs.Features, blobs.Rows, 1));
    }

    [Fact]
    public void A_file_of_another_version_is_refused()
    {
        var blobs = Blobs.Make([30, 20], 2, 1, 0, 4);
        using var memory = new MemoryStream();
        ForestFile.Write(memory, new ForestModel(blobs.Features.Names, blobs.ClassNames, blobs.Train(new ForestSettings { Trees = 2 })));
        var bytes = memory.ToArray();
        bytes[8] = 1;
        using var other = new MemoryStream(bytes);
        var error = Assert.Throws<InputException>(() => ForestFile.Read(other, "old.forest"));
        Assert.StartsWith("old.forest: is a forest of version 1, ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_hierarchy_predicts_the_same_after_writing_and_reading()
    {
        var blobs = Blobs.Make([100, 80, 60, 50, 40, 30, 20], 6, 3, 0.1, 2);
        Branch?[] branches = [Branch.Transient, Branch.Periodic, Branch.Transient, Branch.Periodic, Branch.Transient, Branch.Stochastic, Branch.Transient];
        var hierarchy = new Hierarchy(blobs.ClassNames, [.. branches]);
        var forest = HierarchicalForest.Train(blobs.Features, blobs.Rows, blobs.Classes, hierarchy, new HierarchicalSettings { Forest = new ForestSettings { Trees = 20 }, TransientTrees = 15 }, null, CancellationToken.None);
        var read = RoundTrip(new ForestModel(blobs.Features.Names, blobs.ClassNames, forest));
        Assert.Equal(hierarchy, ((HierarchicalForest)read.Forest).Hierarchy);
        Assert.Equal(forest.PredictAll(blobs.Features, blobs.Rows, 1), read.Forest.PredictAll(blobs.Features, blobs.Rows, 1));
    }

    private static ForestModel RoundTrip(ForestModel model)
    {
        using var memory = new MemoryStream();
        ForestFile.Write(memory, model);
        memory.Position = 0;
        return ForestFile.Read(memory, "memory");
    }
}
