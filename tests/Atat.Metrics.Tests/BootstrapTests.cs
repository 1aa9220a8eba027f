using System.Diagnostics;

namespace Atat.Metrics.Tests;

public sealed class BootstrapTests
{
    [Fact]
    public void The_same_seed_gives_the_same_intervals()
    {
        var values = Values(200, 3);
        Interval[] Run(int seed) => new Bootstrap(200, 300, seed).Intervals(1, Mean(values));

        Assert.Equal(Run(5), Run(5));
        Assert.NotEqual(Run(5), Run(6));
    }

    [Fact]
    public void The_interval_of_a_mean_is_the_normal_one()
    {
        var values = Values(400, 11);
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length / values.Length);
        var interval = new Bootstrap(values.Length, 4000, 1).Intervals(1, Mean(values))[0];

        Assert.Equal(mean, interval.Estimate, 1e-12);
        Assert.Equal(mean - (1.96 * error), interval.Low, 0.1 * error);
        Assert.Equal(mean + (1.96 * error), interval.High, 0.1 * error);
        Assert.Equal(1.96 * error, interval.HalfWidth, 0.1 * error);
    }

    [Fact]
    public void Resamples_keep_the_number_of_objects_and_the_strata() => Gen.Int[0, 3].Array[1, 30].Sample(strata =>
    {
        var resamples = 0;
        new Bootstrap(strata.Length, 5, 9, strata).Intervals(1, (counts, scores) =>
        {
            resamples++;
            scores[0] = 0;
            var drawn = counts.ToArray();
            for (var s = 0; s <= 3; s++)
            {
                Assert.Equal(strata.Count(x => x == s), drawn.Where((_, i) => strata[i] == s).Sum());
            }
        });
        Assert.Equal(6, resamples);
    });

    [Fact]
    public void Undefined_resamples_are_left_out()
    {
        var interval = new Bootstrap(2, 200, 4).Intervals(2, (counts, scores) => (scores[0], scores[1]) = (counts[0] == 0 ? double.NaN : counts[0], double.NaN));

        Assert.Equal(new Interval(1, 1, 2), interval[0]);
        Assert.True(double.IsNaN(interval[1].Low));
    }

    [Fact]
    public void Equal_classifiers_do_not_differ_and_a_better_one_does()
    {
        var bootstrap = new Bootstrap(100, 500, 2);
        var worse = Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 1.0 : 0).ToArray();
        var better = Enumerable.Range(0, 100).Select(i => i % 10 == 0 ? 0.0 : 1).ToArray();
        var equal = bootstrap.Difference(Both(worse, worse));
        var unequal = bootstrap.Difference(Both(better, worse));

        Assert.Equal(new PairedDifference(new Interval(0, 0, 0), 1), equal);
        Assert.Equal(0.4, unequal.Difference.Estimate, 1e-12);
        Assert.True(unequal.Difference.Low > 0 && unequal.PValue == 0);
    }

    [Fact]
    public void Several_differences_are_those_of_one_each()
    {
        var (first, second) = (Values(80, 3), Values(80, 4));
        var bootstrap = new Bootstrap(80, 200, 2);
        var both = bootstrap.Differences(2, (counts, scores) =>
        {
            Mean(first)(counts, scores);
            scores[1] = double.NaN;
            Mean(second)(counts, scores[2..]);
            scores[3] = 1;
        });

        Assert.Equal(bootstrap.Difference(Both(first, second)), both[0]);
        Assert.True(double.IsNaN(both[1].Difference.Low) && double.IsNaN(both[1].PValue));
    }

    [Fact]
    public void A_thousand_resamples_of_5000_objects_at_9_days_are_quick()
    {
        const int Objects = 5000, Days = 9, Classes = 20;
        var random = new Random(8);
        var truth = Enumerable.Range(0, Objects).Select(i => i % Classes).ToArray();
        int[] everyObject = [.. Enumerable.Range(0, Objects)];
        var days = Enumerable.Range(0, Days).Select(_ => new ConfusionCounter(
            everyObject, truth, Array.ConvertAll(truth, t => random.NextDouble() < 0.7 ? t : random.Next(Classes)), Classes)).ToArray();
        var clock = Stopwatch.StartNew();
        var intervals = new Bootstrap(Objects, 1000, 1, truth).Intervals(Days, (counts, scores) =>
        {
            for (var d = 0; d < Days; d++)
            {
                days[d].Count(counts);
                scores[d] = days[d].Macro.F1;
            }
        });

        Assert.All(intervals, i => Assert.InRange(i.HalfWidth, 0.005, 0.03));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Exact_test_by_hand()
    {
        bool[] first = [true, true, true, true, true, true, false, true];
        bool[] second = [false, false, false, false, false, false, true, true];

        Assert.Equal(new McNemar(6, 1, 16 / 128.0), McNemar.Test(first, second) with { PValue = Math.Round(McNemar.Test(first, second).PValue, 12) });
        Assert.Equal(1, McNemar.Test([true], [true]).PValue);
        Assert.Throws<ArgumentException>(() => McNemar.Test([true], []));
    }

    [Fact]
    public void Exact_test_of_many_objects_nears_the_normal_one()
    {
        var first = Enumerable.Range(0, 10_000).Select(i => i < 5_100).ToArray();
        var z = ((100 * 2) - 1) / Math.Sqrt(10_000);

        Assert.Equal(2 * (1 - NormalCdf(z)), McNemar.Test(first, Array.ConvertAll(first, x => !x)).PValue, 1e-4);
    }

    private static double[] Values(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
    }

    private static WeightedScores Mean(double[] values) => (counts, scores) =>
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += counts[i] * values[i];
        }

        scores[0] = sum / values.Length;
    };

    private static WeightedScores Both(double[] first, double[] second) => (counts, scores) =>
    {
        Mean(first)(counts, scores[..1]);
        Mean(second)(counts, scores[1..]);
    };

    // Zelen and Severo's approximation, good to 7.5e-8.
    private static double NormalCdf(double x)
    {
        var t = 1 / (1 + (0.2316419 * x));
        var tail = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return 1 - (Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * tail);
    }
}
