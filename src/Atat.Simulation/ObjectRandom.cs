namespace Atat.Simulation;

/// <summary>
/// Random numbers of one object, from the seed of the survey and the object's index alone, so that any object can be made again anywhere:
/// SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal sealed class ObjectRandom : Random
{
    private ulong state;

    /// <summary>Starts the sequence of one object.</summary>
    public ObjectRandom(long seed, long index)
    {
        state = (ulong)seed;
        state = NextBits() ^ (ulong)index;
        state = NextBits();
    }

    /// <inheritdoc/>
    public override double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <inheritdoc/>
    public override int Next() => (int)(NextBits() >> 33);

    /// <inheritdoc/>
    public override int Next(int maxValue) => (int)(NextDouble() * maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => minValue + (int)(NextDouble() * ((double)maxValue - minValue));

    /// <inheritdoc/>
    public override long NextInt64() => (long)(NextBits() >> 1);

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    private ulong NextBits()
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
