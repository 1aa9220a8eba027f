using System.Collections.Immutable;

namespace Atat.Forests.Tests;

/// <summary>Objects whose classes differ in the means of some features; the rest is noise.</summary>
internal sealed record Blobs(FeatureMatrix Features, int[] Rows, int[] Classes, int ClassCount)
{
    /// <summary>Makes objects.</summary>
    /// <param name="perClass">Objects of each class.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="telling">How many of them, the first, tell classes apart.</param>
    /// <param name="missing">Share of missing values.</param>
    public static Blobs Make(int[] perClass, int features, int telling, double missing, int seed)
    {
        var random = new Random(seed);
        var classes = perClass.SelectMany((count, c) => Enumerable.Repeat(c, count)).ToArray();
        random.Shuffle(classes);
        var means = Enumerable.Range(0, perClass.Length).Select(_ => Enumerable.Range(0, features).Select(f => f < telling ? 2 * random.NextDouble() : 0).ToArray()).ToArray();
        var columns = Enumerable.Range(0, features).Select(f => classes.Select(c => random.NextDouble() < missing ? float.NaN : (float)(means[c][f] + Normal(random))).ToArray()).ToArray();
        return new Blobs(new FeatureMatrix([.. Enumerable.Range(0, features).Select(f => $"f{f}")], columns), [.. Enumerable.Range(0, classes.Length)], classes, perClass.Length);
    }

    public ImmutableArray<string> ClassNames => [.. Enumerable.Range(0, ClassCount).Select(c => $"class {c}")];

    public BalancedForest Train(ForestSettings settings) => BalancedForest.Train(Features, Rows, Classes, ClassCount, settings, null, CancellationToken.None);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
