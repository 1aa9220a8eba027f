namespace Atat.Training.Batches;

/// <summary>
/// Which objects a step trains on: every group (a class, or all objects) is gone through in a random order, again and again, and
/// the places of a batch go to the groups in turn. Any step can be asked for by itself.
/// </summary>
public sealed class BatchSampler
{
    private readonly int seed;
    private readonly int size;
    private readonly int[][] groups;
    private readonly (long Epoch, int[] Order)[] orders;

    /// <summary>Makes a sampler.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="size">Objects of a batch.</param>
    /// <param name="groups">Objects of each group; empty ones are left out.</param>
    /// <exception cref="ArgumentException">All groups are empty.</exception>
    public BatchSampler(int seed, int size, IEnumerable<int[]> groups)
    {
        this.seed = seed;
        this.size = size;
        this.groups = [.. groups.Where(g => g.Length > 0)];
        if (this.groups.Length == 0)
        {
            throw new ArgumentException("There is nothing to sample.", nameof(groups));
        }

        orders = [.. this.groups.Select(_ => (-1L, Array.Empty<int>()))];
    }

    /// <summary>Objects of a step, 0-based.</summary>
    public int[] Batch(long step)
    {
        var result = new int[size];
        for (var i = 0; i < size; i++)
        {
            var place = (step * size) + i;
            var group = (int)(place % groups.Length);
            var (epoch, index) = Math.DivRem(place / groups.Length, groups[group].Length);
            if (orders[group].Epoch != epoch)
            {
                var order = groups[group].ToArray();
                SeededRandom.For(seed, RandomPurpose.Order, (epoch * groups.Length) + group).Shuffle(order);
                orders[group] = (epoch, order);
            }

            result[i] = orders[group].Order[index];
        }

        return result;
    }
}
