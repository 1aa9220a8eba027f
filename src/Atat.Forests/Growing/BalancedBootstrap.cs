namespace Atat.Forests.Growing;

/// <summary>
/// Draws the samples of trees as imbalanced-learn's balanced random forest does by default: of every class as many objects as the rarest has, without
/// replacement, then as many draws from these with replacement (Chen, Liaw and Breiman 2004, algorithm BRF). One instance a thread.
/// </summary>
/// <param name="members">Training rows by class.</param>
/// <param name="rows">Number of training rows.</param>
/// <param name="objectsPerClass">Objects of every class; a class that has fewer is drawn with replacement.</param>
internal sealed class BalancedBootstrap(int[][] members, int rows, int objectsPerClass)
{
    private readonly int[][] members = Array.ConvertAll(members, m => (int[])m.Clone());
    private readonly int[] swaps = new int[objectsPerClass];
    private readonly int[] pool = new int[objectsPerClass * members.Length];
    private readonly int[] weights = new int[rows];
    private readonly byte[] classOf = ClassOfRow(members, rows);

    /// <summary>Number of draws: the weight of all samples.</summary>
    public int Total => pool.Length;

    /// <summary>Draws the distinct objects of a tree, in order of rows.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="samples">Takes them; as long as <see cref="Total"/>.</param>
    /// <returns>How many there are.</returns>
    public int Draw(ref SplitMix64 random, Span<TreeSample> samples)
    {
        for (var c = 0; c < members.Length; c++)
        {
            Undersample(members[c], pool.AsSpan(c * objectsPerClass, objectsPerClass), ref random);
        }

        for (var i = 0; i < pool.Length; i++)
        {
            weights[pool[random.Below(pool.Length)]]++;
        }

        var count = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (weights[row] > 0)
            {
                samples[count++] = new TreeSample(row, weights[row], classOf[row]);
            }
        }

        Array.Clear(weights);
        return count;
    }

    private void Undersample(int[] all, Span<int> chosen, ref SplitMix64 random)
    {
        if (all.Length < chosen.Length)
        {
            foreach (ref var row in chosen)
            {
                row = all[random.Below(all.Length)];
            }

            return;
        }

        for (var i = 0; i < chosen.Length; i++)
        {
            swaps[i] = i + random.Below(all.Length - i);
            (all[i], all[swaps[i]]) = (all[swaps[i]], all[i]);
            chosen[i] = all[i];
        }

        // Put back, so that a tree does not depend on those that the thread grew before.
        for (var i = chosen.Length - 1; i >= 0; i--)
        {
            (all[i], all[swaps[i]]) = (all[swaps[i]], all[i]);
        }
    }

    private static byte[] ClassOfRow(int[][] members, int rows)
    {
        var classes = new byte[rows];
        for (var c = 0; c < members.Length; c++)
        {
            foreach (var row in members[c])
            {
                classes[row] = (byte)c;
            }
        }

        return classes;
    }
}
