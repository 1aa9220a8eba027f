using System.Runtime.Intrinsics;

namespace Atat.Networks;

/// <summary>
/// Fills dropout masks 32 decisions at a time: eight xoshiro256++ generators side by side (Blackman and Vigna 2021), 16 bits a decision.
/// LibTorch draws on CPU one number at a time, which took a fifth of a training step. The same seed gives the same mask on any machine.
/// </summary>
internal static class DropoutMask
{
    private const int Lanes = 32;

    /// <summary>Fills a mask.</summary>
    /// <param name="mask">Receives 0 with the probability given, else the factor that keeps the mean.</param>
    /// <param name="rate">Probability of 0, below 1; rounded to 1/65,536.</param>
    /// <param name="seed">Any number.</param>
    public static void Fill(Span<float> mask, double rate, ulong seed)
    {
        var dropped = (ushort)Math.Round(rate * 65536);
        var threshold = Vector512.Create(dropped);
        var kept = Vector512.Create(65536f / (65536f - dropped)).AsInt32();
        var (s0, s1, s2, s3) = (State(ref seed), State(ref seed), State(ref seed), State(ref seed));
        Span<float> tail = stackalloc float[Lanes];
        for (var start = 0; start < mask.Length; start += Lanes)
        {
            var bits = (Rotate(s0 + s3, 23) + s0).AsUInt16();
            var shifted = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= shifted;
            s3 = Rotate(s3, 45);

            // All ones where kept, widened with their sign, select the bits of the factor.
            var (lower, upper) = Vector512.Widen(Vector512.GreaterThanOrEqual(bits, threshold).AsInt16());
            var rest = mask.Length - start;
            var target = rest >= Lanes ? mask.Slice(start, Lanes) : tail;
            (lower & kept).AsSingle().CopyTo(target);
            (upper & kept).AsSingle().CopyTo(target[Vector512<float>.Count..]);
            if (rest < Lanes)
            {
                tail[..rest].CopyTo(mask[start..]);
            }
        }
    }

    private static Vector512<ulong> Rotate(Vector512<ulong> value, int by) => (value << by) | (value >>> (64 - by));

    // SplitMix64, as the generator's authors seed it.
    private static Vector512<ulong> State(ref ulong seed)
    {
        Span<ulong> lanes = stackalloc ulong[Vector512<ulong>.Count];
        for (var i = 0; i < lanes.Length; i++)
        {
            seed += 0x9E3779B97F4A7C15;
            var mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            lanes[i] = mixed ^ (mixed >> 31);
        }

        return Vector512.Create<ulong>(lanes);
    }
}
