using System.Numerics;
using Atat.Forests.Walking;

namespace Atat.Forests.Tests;

public sealed class CodeTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1000)]
    [InlineData(4094)]
    public void A_code_is_the_number_of_thresholds_below(int count)
    {
        // Thresholds are 0, 1, 2 and so on; a second feature has others, so that tables of both sizes follow each other.
        var table = new CodeTable([Ascending(count), Ascending(300), Ascending(3)]);
        var prepared = new short[table.PreparedLength];
        foreach (var value in Enumerable.Range(-1, count + 3).Select(i => i - 0.5f).Concat(Enumerable.Range(-1, count + 2).Select(i => (float)i)))
        {
            table.Prepare([value, value, value], prepared);
            foreach (var (f, thresholds) in table.Thresholds.Index())
            {
                var code = thresholds.Count(threshold => threshold < value);
                Assert.Equal(table.Format.Prepared(code), prepared[2 * f]);
                Assert.Equal(table.Format.Prepared(code + 1), prepared[(2 * f) + 1]);
            }
        }

        var highest = table.Format.Prepared((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(count, 300) + 2) - 1);
        Assert.InRange(table.Format.Prepared(Math.Max(count, 300)), short.MinValue, highest - 1);
        table.Prepare([float.NaN, float.PositiveInfinity, float.NegativeInfinity], prepared);
        Assert.All([0, 2, 4], place => Assert.Equal(highest, prepared[place]));
        Assert.All([1, 3, 5, 6], place => Assert.Equal(table.Format.Prepared(0), prepared[place]));
    }

    [Theory]
    [InlineData(1, 4094)]
    [InlineData(511, 4094)]
    [InlineData(512, 2046)]
    [InlineData(1024, 1022)]
    [InlineData(BalancedForest.MaxFeatures, 254)]
    public void A_node_holds_what_it_is_made_of(int features, int thresholds)
    {
        Assert.Equal(thresholds, NodeFormat.MostThresholds(features));
        var format = new NodeFormat(features, thresholds);
        Assert.InRange(format.Reach, 1023, int.MaxValue);
        foreach (var threshold in (int[])[0, 1, thresholds / 2, thresholds - 1])
        {
            foreach (var missingLeft in (bool[])[false, true])
            {
                var node = format.WithStep(format.Inner(threshold, features - 1, missingLeft), format.Reach);
                Assert.Equal(threshold, format.ThresholdOf(node));
                Assert.Equal((2 * (features - 1)) + (missingLeft ? 1 : 0), format.Place(node));
                Assert.Equal(format.Reach, format.Step(node));
            }
        }

        Assert.Equal(NodeFormat.Mixed, format.ClassOf(format.Leaf(NodeFormat.Mixed)));
        Assert.Equal(0, format.Step(format.Leaf(NodeFormat.Mixed)));
    }

    private static float[] Ascending(int count) => [.. Enumerable.Range(0, count).Select(i => (float)i)];
}
