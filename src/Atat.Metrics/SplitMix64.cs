namespace Atat.Metrics;

/// <summary>Small fast generator (Steele, Lea and Flood 2014): the same numbers on every platform and runtime version.</summary>
public struct SplitMix64(ulong state)
{
    private ulong state = state;

    /// <summary>Next 64 random bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>An integer below a bound. The bias of the multiply-shift is below bound / 2^64.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
