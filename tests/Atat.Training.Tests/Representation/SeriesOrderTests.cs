using Atat.Training.Representation;
using Atat.Training.Representation.Data;

namespace Atat.Training.Tests.Representation;

/// <summary>Batches of similar length.</summary>
public sealed class SeriesOrderTests
{
    [Fact]
    public void Every_series_comes_once_a_pass() => Gen.Select(Gen.Int[1, 60], Gen.Int[1, 20], Gen.Int[0, 1000]).Sample((count, size, seed) =>
    {
        var set = Make(count, seed);
        int[] all = [.. Enumerable.Range(0, count)];
        var batches = SeriesOrder.Shuffled(set, all, size, new Random(seed));
        Assert.Equal(all, batches.SelectMany(b => b).Order());
        Assert.All(batches, b => Assert.InRange(b.Length, 1, size));
        Assert.Equal(all, SeriesOrder.ByLength(set, size).SelectMany(b => b).Order());
    });

    [Fact]
    public void Little_of_a_batch_is_padding()
    {
        var set = Make(2000, 1);
        var (slots, observations) = (0, 0);
        foreach (var batch in SeriesOrder.Shuffled(set, [.. Enumerable.Range(0, set.Count)], 32, new Random(1)))
        {
            slots += batch.Length * batch.Max(set.Length);
            observations += batch.Sum(set.Length);
        }

        Assert.InRange(1 - ((double)observations / slots), 0, 0.1);
    }

    // Lengths of 20 to 220.
    private static SeriesSet Make(int count, int seed)
    {
        var random = new Random(seed);
        var builder = new SeriesSetBuilder(false, false);
        for (var i = 0; i < count; i++)
        {
            builder.Add($"{i}", 0, new SeriesPoint[random.Next(20, 220)]);
        }

        return builder.Build();
    }
}
