namespace Atat.Forests.Growing;

/// <summary>Small fast generator (Steele, Lea and Flood 2014): the same numbers on every platform and runtime version.</summary>
internal struct SplitMix64
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <summary>A generator for one place, such as a tree or a column; those of different places are independent.</summary>
    public SplitMix64(int seed, int place)
    {
        state = (uint)seed;
        state = Next() + (uint)place;
        state = Next();
    }

    /// <summary>Next 64 random bits.</summary>
    public ulong Next()
    {
        state += Step;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>An integer below a bound. The bias of the multiply-shift is below bound / 2^64.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Puts a random choice of the values first, in random order (Fisher and Yates).</summary>
    /// <param name="values">Values, rearranged.</param>
    /// <param name="count">How many are chosen.</param>
    public void Choose(Span<int> values, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var j = i + Below(values.Length - i);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
