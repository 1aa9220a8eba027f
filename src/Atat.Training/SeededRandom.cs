using Atat.Metrics;

namespace Atat.Training;

/// <summary>Random generators that depend on a seed and a place only, so that any step of a run can be made again by itself.</summary>
public static class SeededRandom
{
    /// <summary>A generator for one place.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="purpose">What it is for: different purposes are independent.</param>
    /// <param name="index">Step, epoch or object.</param>
    public static Random For(int seed, RandomPurpose purpose, long index)
    {
        var mixed = Mix(Mix(Mix((ulong)seed) + (ulong)purpose) + (ulong)index);
        return new Random((int)(mixed >>> 33));
    }

    private static ulong Mix(ulong value) => new SplitMix64(value).Next();
}
