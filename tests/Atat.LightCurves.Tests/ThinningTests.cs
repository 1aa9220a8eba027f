namespace Atat.LightCurves.Tests;

public sealed class ThinningTests
{
    [Theory]
    [InlineData(5, 3, new[] { 0, 2, 4 })]
    [InlineData(6, 3, new[] { 0, 2, 5 })] // linspace(0, 5, 3) = 0, 2.5, 5
    [InlineData(7, 4, new[] { 0, 2, 4, 6 })]
    [InlineData(9, 4, new[] { 0, 2, 5, 8 })] // 0, 2.67, 5.33, 8
    [InlineData(3, 3, new[] { 0, 1, 2 })]
    [InlineData(2, 3, new[] { 0, 1 })]
    [InlineData(0, 3, new int[0])]
    public void One_band_keeps_evenly_spaced_places(int total, int limit, int[] expected)
    {
        var indices = Enumerable.Range(0, total).ToArray();
        var kept = Thinning.PerBand(new byte[total], indices, limit);
        Assert.Equal(expected, indices[..kept]);
    }

    [Fact]
    public void Places_are_those_of_numpy_linspace_rounded_down() =>
        Gen.Select(Gen.Int[2, 3000], Gen.Int[2, 100]).Sample((total, limit) =>
        {
            var indices = Enumerable.Range(0, total).ToArray();
            var kept = Thinning.PerBand(new byte[total], indices, limit);
            Assert.Equal(total <= limit ? Enumerable.Range(0, total) : Linspace(total, limit), indices[..kept]);
        });

    [Fact]
    public void Every_band_is_thinned_on_its_own() =>
        Gen.Select(Gen.Byte[0, 3].Array[0, 200], Gen.Int[2, 20]).Sample((bands, limit) =>
        {
            var indices = Enumerable.Range(0, bands.Length).ToArray();
            var kept = indices[..Thinning.PerBand(bands, indices, limit)];
            foreach (var band in bands.Distinct())
            {
                var all = Enumerable.Range(0, bands.Length).Where(i => bands[i] == band).ToArray();
                var places = all.Length <= limit ? Enumerable.Range(0, all.Length) : Linspace(all.Length, limit);
                Assert.Equal(places.Select(p => all[p]), kept.Where(i => bands[i] == band));
            }

            Assert.Equal(kept.Order(), kept);
        });

    // numpy: arange(limit) * step with the last element set to the end exactly, then truncated.
    private static IEnumerable<int> Linspace(int total, int limit)
    {
        var step = (total - 1.0) / (limit - 1);
        return Enumerable.Range(0, limit).Select(k => k == limit - 1 ? total - 1 : (int)(k * step));
    }
}
