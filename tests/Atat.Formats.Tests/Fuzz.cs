using Atat.LightCurves;

namespace Atat.Formats.Tests;

/// <summary>Damages valid files at random; a reader must read them or say what is wrong, in bounded memory.</summary>
public static class Fuzz
{
    private const long MostMemory = 512L << 20;

    /// <summary>Runs a reader on damaged copies of a file.</summary>
    /// <param name="valid">Content of a valid file.</param>
    /// <param name="read">Reads a file of the given content.</param>
    /// <param name="count">How many damaged copies.</param>
    /// <returns>How many copies were refused.</returns>
    public static int Run(byte[] valid, Action<byte[]> read, int count)
    {
        var refused = 0;
        for (var seed = 0; seed < count; seed++)
        {
            var before = GC.GetTotalAllocatedBytes();
            try
            {
                read(Damaged(valid, new Random(seed)));
            }
            catch (InputException e)
            {
                refused++;
                Assert.DoesNotContain('\n', e.Message);
                Assert.NotEmpty(e.Message);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}");
            }

            var used = GC.GetTotalAllocatedBytes() - before;
            Assert.True(used < MostMemory, $"seed {seed}: {used >> 20} MiB");
        }

        return refused;
    }

    public static byte[] Damaged(byte[] valid, Random random)
    {
        var copy = valid.ToArray();
        switch (random.Next(4))
        {
            case 0:
                return copy[..random.Next(copy.Length)];
            case 1:
                for (var i = random.Next(1, 8); i > 0; i--)
                {
                    copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
                }

                return copy;
            case 2:
                random.NextBytes(copy.AsSpan(random.Next(copy.Length)) is var tail && tail.Length > 16 ? tail[..16] : tail);
                return copy;
            default:
                return Digits(copy, random);
        }
    }

    // Numbers in text are where a header lies.
    private static byte[] Digits(byte[] copy, Random random)
    {
        for (var i = 0; i < 20; i++)
        {
            var at = random.Next(copy.Length);
            if (copy[at] is >= (byte)'0' and <= (byte)'9')
            {
                copy[at] = (byte)('0' + random.Next(10));
            }
        }

        return copy;
    }
}
