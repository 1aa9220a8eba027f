using Atat.Forests.Growing;

namespace Atat.Forests.Tests;

public sealed class SplitFinderTests
{
    [Fact]
    public void No_other_split_lowers_the_impurity_more() => Gen.Select(Gen.Int[2, 60], Gen.Int[1, 5], Gen.Int[1, 80], Gen.Int[1, 4], Gen.Double[0, 0.5], Gen.Int[0, 100_000]).Sample(
        (count, classes, distinct, minSamples, missing, seed) => Check(count, classes, distinct, minSamples, missing, seed),
        iter: 2000);

    [Theory]
    [InlineData(5000, 2)]
    [InlineData(5000, 300)]
    [InlineData(5000, 1_000_000)]
    public void No_other_split_of_a_large_node_lowers_the_impurity_more(int count, int distinct) => Check(count, 3, distinct, 2, 0.1, 1);

    private static void Check(int count, int classes, int distinct, int minSamples, double missing, int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, count).Select(_ => random.NextDouble() < missing ? float.NaN : random.Next(distinct) / 7f).ToArray();
        int[] rows = [.. Enumerable.Range(0, count)];
        var features = BinnedFeatures.Make(new FeatureMatrix(["a"], [values]), rows, [rows], new ForestSettings { Threads = 1 }, CancellationToken.None);
        var samples = Array.ConvertAll(rows, row => new TreeSample(row, random.Next(1, 5), (byte)random.Next(classes)));
        var total = new int[classes];
        Array.ForEach(samples, sample => total[sample.Class] += sample.Weight);
        var best = new Split(-1, 0, 0, false, double.NegativeInfinity);
        var tells = new SplitFinder(features, classes, minSamples, count).Try(samples, 0, total, ref best);
        var codes = features.Codes(0);
        Assert.Equal(codes.Distinct().Count() > 1, tells);

        // Every code as the last one on the left, missing values on either side.
        var (expected, missingCode) = (double.NegativeInfinity, features.MissingCode(0));
        foreach (var last in codes.Distinct())
        {
            foreach (var missingLeft in (bool[])[false, true])
            {
                expected = Math.Max(expected, Score(sample => codes[sample.Row] == missingCode ? missingLeft : codes[sample.Row] <= last));
            }
        }

        Assert.Equal(double.IsFinite(expected), best.Feature == 0);
        if (best.Feature == 0)
        {
            Assert.Equal(expected, best.Score, 1e-9 * expected);
            var code = features.Boundary(best);
            Assert.InRange(code, best.Lower, best.Upper - 1);
            Assert.Equal(expected, Score(sample => codes[sample.Row] == missingCode ? best.MissingLeft : codes[sample.Row] <= code), 1e-9 * expected);
        }

        double Score(Func<TreeSample, bool> isLeft)
        {
            var sides = samples.ToLookup(isLeft);
            return sides.Count < 2 || sides.Any(side => side.Count() < minSamples)
                ? double.NegativeInfinity
                : sides.Sum(side => side.GroupBy(s => s.Class).Sum(of => Math.Pow(of.Sum(s => (double)s.Weight), 2)) / side.Sum(s => (double)s.Weight));
        }
    }
}
