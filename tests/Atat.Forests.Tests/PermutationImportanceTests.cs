using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Forests.Tests;

public sealed class PermutationImportanceTests
{
    // Of six features the first two tell the classes apart; the first 600 objects train.
    private const int Trained = 600;
    private static readonly Blobs All = Blobs.Make([1200, 600, 600], 6, 2, 0, 11);
    private static readonly BalancedForest Forest = (All with { Rows = All.Rows[..Trained], Classes = All.Classes[..Trained] }).Train(new ForestSettings { Trees = 60 });
    private static readonly ImmutableArray<ImmutableArray<int>> Single = [.. Enumerable.Range(0, 6).Select(k => ImmutableArray.Create(k))];

    [Fact]
    public void Noise_is_worth_nothing_and_what_tells_classes_apart_is()
    {
        var (drops, whole) = Measure([.. Single, [0, 1], [2, 3, 4, 5], [0, 1, 2, 3, 4, 5], []], new PermutationSettings { Repeats = 8, Seed = 1 });
        Assert.All(drops[..2], drop => Assert.True(drop.Mean > 0.05 && drop.Mean > 4 * drop.Deviation, $"{drop}"));
        Assert.All(drops[2..6], drop => Assert.InRange(drop.Mean, -0.02, 0.02));
        Assert.InRange(drops[7].Mean, -0.03, 0.03);

        // Both together are worth more than either, and without anything chance is left.
        Assert.True(drops[6].Mean > Math.Max(drops[0].Mean, drops[1].Mean), $"{drops[6]}");
        Assert.InRange(whole - drops[8].Mean, 0.2, 0.5);
        Assert.Equal(new ScoreDrop(0, 0), drops[9]);
    }

    [Fact]
    public void It_depends_on_the_seed_and_not_on_threads()
    {
        ImmutableArray<ScoreDrop> Drops(int seed, int threads) => Measure(Single, new PermutationSettings { Seed = seed, Threads = threads }).Drops;
        Assert.Equal(Drops(1, 1), Drops(1, 3));
        Assert.NotEqual(Drops(1, 1), Drops(2, 1));
    }

    [Fact]
    public void Values_stay_within_blocks()
    {
        // Half of the rows have one class and its own value of the only column: exchanged within the halves, nothing changes.
        float[] column = [.. Enumerable.Repeat(0f, 50), .. Enumerable.Repeat(1f, 50)];
        int[] classes = [.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 50)];
        var features = new FeatureMatrix(["f"], [column]);
        var forest = BalancedForest.Train(features, [.. Enumerable.Range(0, 100)], classes, 2, new ForestSettings { Trees = 5 }, null, CancellationToken.None);
        double Mean(int block) => PermutationImportance.Of(forest, features, [[0]], p => Accuracy(p, classes, 2), new PermutationSettings { Block = block }, null, TestContext.Current.CancellationToken)[0].Mean;
        Assert.Equal(0, Mean(50));
        Assert.InRange(Mean(0), 0.3, 0.7);
        Assert.Throws<ArgumentException>(() => Mean(30));
    }

    [Fact]
    public void Too_few_permutations_are_refused() =>
        Assert.Contains("at least 2 permutations", Assert.Throws<InputException>(() => Measure(Single, new PermutationSettings { Repeats = 1 })).Message, StringComparison.Ordinal);

    private static (ImmutableArray<ScoreDrop> Drops, double Whole) Measure(ImmutableArray<ImmutableArray<int>> groups, PermutationSettings settings)
    {
        var features = new FeatureMatrix(All.Features.Names, [.. Enumerable.Range(0, 6).Select(k => All.Features.Column(k)[Trained..].ToArray())]);
        var classes = All.Classes[Trained..];
        double Score(float[] probabilities) => Accuracy(probabilities, classes, 3);
        return (
            PermutationImportance.Of(Forest, features, groups, Score, settings, null, TestContext.Current.CancellationToken),
            Score(Forest.PredictAll(features, [.. Enumerable.Range(0, classes.Length)], 1)));
    }

    private static double Accuracy(float[] probabilities, int[] classes, int count) =>
        probabilities.Chunk(count).Index().Count(row => row.Item.IndexOf(row.Item.Max()) == classes[row.Index]) / (double)classes.Length;
}
