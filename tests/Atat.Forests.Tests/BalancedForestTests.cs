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

    [Fact]
    public void Probabilities_are_those_of_single_rows_and_sum_to_1_whatever_the_shape() => Gen.Select(Gen.Int[1, 9], Gen.Int[1, 40], Gen.Int[1, 30], Gen.Int[1, 4], Gen.Int[0, 1000]).Sample(
        (classes, features, trees, minSamples, seed) =>
        {
            var blobs = Blobs.Make([.. Enumerable.Range(0, classes).Select(c => 5 + (7 * c))], features, features, 0.2, seed);
            var forest = blobs.Train(new ForestSettings { Trees = trees, MinSamplesLeaf = minSamples, Threads = 1, Seed = seed });
            var all = forest.PredictAll(blobs.Features, blobs.Rows, 1);
            var (row, one) = (new float[features], new float[classes]);
            foreach (var i in blobs.Rows)
            {
                blobs.Features.CopyRow(i, row);
                forest.Predict(row, one);
                Assert.Equal(all[(i * classes)..((i + 1) * classes)], one);
                Assert.Equal(1, one.Sum(), 1e-5);
                Assert.All(one, p => Assert.InRange(p, 0, 1));
            }
        },
        iter: 40);

    [Fact]
    public void Trees_tell_apart_all_objects_that_they_have_seen()
    {
        // Classes that no feature tells, and more objects than bins or than one step reaches; columns that are the same for all make places long, and steps short. 63 % of the objects are
        // in the bootstrap of a tree and half of the others are guessed right, so that a probability is 0.82.
        var blobs = Blobs.Make([6000, 6000], 4, 0, 0, 8);
        var same = Enumerable.Repeat(new float[12_000], 507).ToArray();
        blobs = blobs with { Features = blobs.Features.Beside(new FeatureMatrix([.. Enumerable.Range(4, 507).Select(f => $"f{f}")], same)) };
        var forest = blobs.Train(new ForestSettings { Trees = 8 });
        Assert.InRange(forest.Trees.Table.Thresholds.Max(of => of.Length), 256, ForestSettings.MaxBins);
        Assert.InRange(forest.Trees.Nodes.Length / 8, 4 * forest.Trees.Format.Reach, int.MaxValue);
        Assert.Equal(0.82, forest.PredictAll(blobs.Features, blobs.Rows, 1).Chunk(2).Index().Average(row => row.Item[blobs.Classes[row.Index]]), 0.01);
    }

    [Fact]
    public void A_forest_depends_on_the_seed_and_not_on_threads()
    {
        var blobs = Blobs.Make([200, 80, 40], 12, 4, 0.1, 3);
        float[] Predict(int seed, int threads) => blobs.Train(new ForestSettings { Trees = 33, Seed = seed, Threads = threads }).PredictAll(blobs.Features, blobs.Rows, threads);
        var expected = Predict(5, 1);
        Assert.All([1, 2, 5], threads => Assert.Equal(expected, Predict(5, threads)));
        Assert.NotEqual(expected, Predict(6, 1));
    }

    [Fact]
    public void Less_is_split_where_splits_must_bring_more()
    {
        var blobs = Blobs.Make([300, 200], 5, 2, 0, 4);
        BalancedForest Train(double least) => blobs.Train(new ForestSettings { Trees = 30, MinImpurityDecrease = least });
        var sizes = new[] { 0, 1e-3, 1e-2, 0.1, 1 }.Select(least => Train(least).Size).ToArray();
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.Equal(5, sizes[..^1].Append(0).Distinct().Count());

        // Nothing brings as much as that: leaves alone, and the shares of the bootstraps.
        var stumps = Train(1);
        Assert.All(stumps.Importances, importance => Assert.Equal(0, importance));
        Assert.All(stumps.PredictAll(blobs.Features, blobs.Rows, 1), p => Assert.Equal(0.5, p, 0.02));
    }

    [Fact]
    public void A_tree_without_depth_says_what_the_bootstrap_holds()
    {
        var blobs = Blobs.Make([500, 30, 60], 3, 3, 0, 5);
        var probabilities = blobs.Train(new ForestSettings { Trees = 400, MaxDepth = 0 }).PredictAll(blobs.Features, [0], 1);
        Assert.All(probabilities, p => Assert.Equal(1.0 / 3, p, 0.02));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void That_a_value_is_missing_tells_classes_apart(float missing)
    {
        // Of the first class every value is missing; of the others values that tell nothing.
        var random = new Random(6);
        var classes = Enumerable.Range(0, 300).Select(i => i % 3).ToArray();
        var features = new FeatureMatrix(["a", "noise"], [Array.ConvertAll(classes, c => c == 0 ? missing : random.NextSingle()), Array.ConvertAll(classes, _ => random.NextSingle())]);
        var forest = BalancedForest.Train(features, [.. Enumerable.Range(0, 300)], classes, 3, new ForestSettings { Trees = 50, FeatureSampling = FeatureSampling.Fraction(1) }, null, CancellationToken.None);
        var probabilities = new float[3];
        foreach (var unknown in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
        {
            forest.Predict([unknown, 0.5f], probabilities);
            Assert.True(probabilities[0] > 0.9, $"{probabilities[0]}");
        }

        forest.Predict([0.5f, 0.5f], probabilities);
        Assert.True(probabilities[0] < 0.1, $"{probabilities[0]}");
    }

    [Theory]
    [InlineData(0, 100, 10)]
    [InlineData(0, 99, 9)]
    [InlineData(0, 1, 1)]
    [InlineData(0.25, 10, 2)]
    [InlineData(0.01, 10, 1)]
    [InlineData(1, 10, 10)]
    public void So_many_features_are_tried(double fraction, int features, int tried) =>
        Assert.Equal(tried, (fraction > 0 ? FeatureSampling.Fraction(fraction) : FeatureSampling.SquareRoot).Of(features));

    [Fact]
    public void Where_all_features_are_tried_the_best_alone_is_used()
    {
        // One feature tells the classes apart by itself, eight others do less well.
        var random = new Random(7);
        var classes = Enumerable.Range(0, 400).Select(i => i % 2).ToArray();
        var columns = Enumerable.Range(0, 9).Select(f => Array.ConvertAll(classes, c => c + ((f == 0 ? 0.9f : 3) * random.NextSingle()))).ToArray();
        var features = new FeatureMatrix([.. Enumerable.Range(0, 9).Select(f => $"f{f}")], columns);
        BalancedForest Train(FeatureSampling sampling) => BalancedForest.Train(features, [.. Enumerable.Range(0, 400)], classes, 2, new ForestSettings { Trees = 50, FeatureSampling = sampling }, null, CancellationToken.None);
        Assert.Equal(1, Train(FeatureSampling.Fraction(1)).Importances[0], 1e-9);
        var spread = Train(FeatureSampling.SquareRoot).Importances;
        Assert.InRange(spread[0], 0.3, 0.9);
        Assert.Equal(1, spread.Sum(), 1e-9);
    }
}
