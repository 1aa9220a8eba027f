using Atat.Forests.Growing;

namespace Atat.Forests.Tests;

public sealed class BalancedBootstrapTests
{
    private static readonly int[][] Members = [[.. Enumerable.Range(0, 400)], [.. Enumerable.Range(400, 50)], [.. Enumerable.Range(450, 20)]];

    [Theory]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(1)]
    public void Classes_weigh_the_same(int perClass)
    {
        const int Draws = 2000;
        var bootstrap = new BalancedBootstrap(Members, 470, perClass);
        var samples = new TreeSample[Math.Min(bootstrap.Total, 470)];
        var weights = new long[3];
        for (var draw = 0; draw < Draws; draw++)
        {
            var random = new SplitMix64(1, draw);
            var drawn = samples.AsSpan(0, bootstrap.Draw(ref random, samples)).ToArray();
            Assert.Equal(3 * perClass, drawn.Sum(s => s.Weight));
            Assert.Equal(drawn.Select(s => s.Row).Distinct().Order(), drawn.Select(s => s.Row));
            foreach (var sample in drawn)
            {
                Assert.Contains(sample.Row, Members[sample.Class]);
                weights[sample.Class] += sample.Weight;
            }

            // Without replacement from a class that has as many: no more distinct objects than are chosen.
            Assert.All(drawn.CountBy(s => s.Class), count => Assert.InRange(count.Value, 1, perClass));
        }

        // The weight of a class in a draw is binomial, of 3 n tries with a third each.
        var error = Math.Sqrt(Draws * 3 * perClass * (2.0 / 9));
        Assert.All(weights, weight => Assert.Equal((double)Draws * perClass, weight, 5 * error));
    }

    [Fact]
    public void A_draw_depends_on_its_generator_alone()
    {
        var bootstrap = new BalancedBootstrap(Members, 470, 20);
        TreeSample[] Draw(BalancedBootstrap from, int place)
        {
            var samples = new TreeSample[from.Total];
            var random = new SplitMix64(1, place);
            return samples[..from.Draw(ref random, samples)];
        }

        var first = Draw(bootstrap, 0);
        Assert.NotEqual(first, Draw(bootstrap, 1));
        Assert.Equal(first, Draw(bootstrap, 0));
        Assert.Equal(first, Draw(new BalancedBootstrap(Members, 470, 20), 0));
    }
}
