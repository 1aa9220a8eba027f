using Atat.Features;
using Atat.Simulation;
using Atat.Training.Benchmarks;
using Atat.Training.FeatureParity;

namespace Atat.Training.Tests;

public sealed class FeatureParityTests(ITestOutputHelper output)
{
    [Fact]
    public void Features_agree_with_those_of_published_extractors()
    {
        var rows = FeatureParityTest.Run(new ReferenceFeatures(SharedData.Path("reference", "features")));

        foreach (var row in rows)
        {
            output.WriteLine($"{row.Set}, {row.Family} ({row.Rule}): {row.Within} of {row.Compared}; {row.Misses.FirstOrDefault()}");
        }

        Assert.Equal(4, rows.Select(row => row.Set).Distinct().Count());
        Assert.True(rows.Sum(row => row.Compared) > 100_000);
        Assert.All(rows, row => Assert.True(row.Passed, $"{row.Set}, {row.Family}: {row.Within} of {row.Compared}, {row.Misses.FirstOrDefault()}"));
    }

    [Fact]
    public void A_tally_counts_what_is_within_its_tolerance()
    {
        var tally = new ParityTally("family", "rule", 0.6);
        tally.AddRelative("near", 100, 100.5, 0.01);
        tally.AddRelative("far", 100, 102, 0.01);
        tally.Add("missing", double.NaN, double.NaN, 0);
        tally.Add("lost", 1, double.NaN, 1);

        var row = tally.ToRow("set");

        Assert.Equal((4, 2, false), (row.Compared, row.Within, row.Passed));
        Assert.Equal(2, row.Misses.Length);
    }

    [Fact]
    public void The_benchmark_tells_where_the_time_goes()
    {
        var survey = new SimulatedSurvey(1, ClassRates.Balanced).Make(0, 4);
        var benchmark = FeatureBenchmark.OfCatalog(survey, new FeatureSettings());

        var times = benchmark.Run(threads: 2, rounds: 1, TestContext.Current.CancellationToken);

        Assert.Equal((4, 2), (times.Objects, times.Threads));
        Assert.True(times.Milliseconds > 0 && times.MillisecondsTogether > 0);
        Assert.Equal(13, times.Families.Length);
        Assert.InRange(times.Families.Sum(f => f.Milliseconds), 0.3 * times.Milliseconds, 1.2 * times.Milliseconds);
    }
}
