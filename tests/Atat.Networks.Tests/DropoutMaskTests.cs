namespace Atat.Networks.Tests;

public sealed class DropoutMaskTests
{
    [Fact]
    public void A_mask_drops_its_share_and_keeps_the_mean() =>
        Gen.Select(Gen.Double[0.01, 0.9], Gen.ULong, Gen.Int[60_000, 60_100]).Sample((rate, seed, length) =>
        {
            var mask = new float[length];
            DropoutMask.Fill(mask, rate, seed);
            var kept = mask.Max();
            Assert.All(mask, m => Assert.True(m == 0 || m == kept));

            // Six standard deviations of a binomial share.
            var tolerance = 6 * Math.Sqrt(rate * (1 - rate) / length);
            Assert.Equal(rate, mask.Count(m => m == 0) / (double)length, tolerance);
            Assert.Equal(1, mask.Average(), tolerance / (1 - rate) * 1.01);
        }, iter: 50);

    [Fact]
    public void The_seed_decides_and_neighbours_are_independent()
    {
        var (a, b, c) = (new float[100_000], new float[100_000], new float[100_000]);
        DropoutMask.Fill(a, 0.5, 1);
        DropoutMask.Fill(b, 0.5, 1);
        DropoutMask.Fill(c, 0.5, 2);
        Assert.Equal(a, b);
        Assert.InRange(a.Zip(c).Count(p => p.First == p.Second), 49_000, 51_000);
        foreach (var lag in (int[])[1, 2, 8, 16, 32, 64])
        {
            Assert.InRange(Enumerable.Range(0, a.Length - lag).Count(i => a[i] == a[i + lag]), 49_000, 51_000);
        }
    }
}
