using Atat.Training.Representation.Data;

namespace Atat.Training.Representation;

/// <summary>
/// Batches of series of similar length, in random order: a shuffled set is cut into stretches of several batches, each of which is sorted by length, so that
/// little is padded and chance still decides which series meet.
/// </summary>
internal static class SeriesOrder
{
    private const int BatchesPerStretch = 8;

    /// <summary>The batches of one pass over a set.</summary>
    /// <param name="set">The series.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="size">Series of a batch; the last may have fewer.</param>
    /// <param name="random">Decides the order.</param>
    public static List<int[]> Shuffled(SeriesSet set, int[] rows, int size, Random random)
    {
        var order = rows.ToArray();
        random.Shuffle(order);
        var batches = order.Chunk(size * BatchesPerStretch).SelectMany(stretch => ByLength(set, stretch).Chunk(size)).ToArray();
        random.Shuffle(batches);
        return [.. batches];
    }

    /// <summary>All series of a set in batches, by length; for passes in which the order does not matter.</summary>
    public static IEnumerable<int[]> ByLength(SeriesSet set, int size) => ByLength(set, Enumerable.Range(0, set.Count)).Chunk(size);

    private static IEnumerable<int> ByLength(SeriesSet set, IEnumerable<int> rows) => rows.OrderBy(set.Length);
}
