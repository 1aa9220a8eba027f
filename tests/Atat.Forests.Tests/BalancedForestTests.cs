namespace Atat.Forests.Tests;

public sealed class BalancedForestTests
{
    [Fact]
    public void Probabilities_sum_to_1()
    {
        var blobs = Blobs.Make([300, 100, 50], 6, 3, 0.1, 1);
        var forest = blobs.Train(new ForestSettings { Trees = 40, MinSamplesLeaf = 5 });
        var probabilities = forest.PredictAll(blobs.Features, blobs.Rows, 1);
        Assert.All(probabilities.Chunk(3), row => Assert.Equal(1, row.Sum(), 1e-6));
        var right = probabilities.Chunk(3).Index().Count(row => row.Item.IndexOf(row.Item.Max()) == blobs.Classes[row.Index]);
        Assert.True(right > 300, $"{right}");
    }
}
