namespace Atat.Features.Tests;

public sealed class StructureFunctionTests
{
    private readonly Scratch scratch = new();

    [Fact]
    public void Is_the_sum_over_all_pairs() =>
        Gen.Select(Gen.Double[0, 30], Gen.Double[-2, 2], Gen.Double[0.01, 0.5]).Array[1, 80].Sample(
            rows =>
            {
                var time = 60_000.0;
                var band = new Points([.. rows.Select(row => time += row.Item1)], [.. rows.Select(row => row.Item2)], [.. rows.Select(row => row.Item3)]);
                var (amplitude, gamma) = AllPairs(band);
                var (actualAmplitude, actualGamma) = Compute(band);
                Assert.Equal(amplitude, actualAmplitude, 1e-7);
                Assert.Equal(gamma, actualGamma, 1e-7);
            },
            threads: 1);

    [Fact]
    public void Recovers_a_power_law()
    {
        // Of a random walk the variance grows with time.
        var random = new Random(2);
        var times = Enumerable.Range(0, 20_000).Select(i => 1.5 * i).ToArray();
        var flux = new double[times.Length];
        for (var i = 1; i < flux.Length; i++)
        {
            flux[i] = flux[i - 1] + (random.NextDouble() - 0.5);
        }

        var (amplitude, gamma) = Compute(new(times, flux, new double[times.Length]));
        Assert.Equal(0.5, gamma, 0.05);
        Assert.Equal(Math.Sqrt(365 / 1.5 / 12), amplitude, 0.5);
    }

    [Theory]
    [InlineData(1e-5, 0, 0)]
    [InlineData(1e5, 15, double.NaN)]
    public void Is_limited(double scale, double expected, double slope)
    {
        var (amplitude, gamma) = Compute(new(
            [.. Enumerable.Range(0, 60).Select(i => 3.0 * i)], [.. Enumerable.Range(0, 60).Select(i => scale * Math.Sin(i))], new double[60]));
        Assert.Equal(expected, amplitude);
        Assert.True(double.IsNaN(slope) ? gamma is >= -0.5 and <= 3 : gamma == slope);
    }

    [Fact]
    public void Without_pairs_is_a_half_below_zero()
    {
        Assert.Equal((-0.5, -0.5), Compute(new([1, 2, 3, 4, 5], [1, 2, 1, 2, 1], [0, 0, 0, 0, 0])));
        Assert.Equal((-0.5, -0.5), Compute(new([0, 1000, 2000], [1, 2, 1], [0, 0, 0])));
    }

    private static (double Amplitude, double Gamma) AllPairs(Points band)
    {
        double[] edges = [.. Enumerable.Range(0, 64).Select(k => Math.Pow(10, Math.Log10(5) + (0.1 * k))).TakeWhile(edge => edge < 2000)];
        var pairs = from i in Enumerable.Range(0, band.Length)
                    from j in Enumerable.Range(0, i)
                    let lag = band.Time[i] - band.Time[j]
                    where lag is >= 5 and <= 365
                    let difference = band.Flux[i] - band.Flux[j]
                    select (Lag: lag, Square: (difference * difference) - (band.Error[i] * band.Error[i]) - (band.Error[j] * band.Error[j]));
        var all = pairs.ToArray();
        edges[0] = 5;
        var bins = edges.Zip(edges[1..])
            .Select(edge => (Lag: (edge.First + edge.Second) / 2 / 365, Squares: all.Where(pair => pair.Lag >= edge.First && pair.Lag < edge.Second).Select(pair => pair.Square).ToArray()))
            .Where(bin => bin.Squares.Length > 0 && bin.Squares.Average() >= 0)
            .Select(bin => (bin.Lag, Value: Math.Sqrt(bin.Squares.Average()))).ToArray();
        var points = bins.Where(bin => bin.Lag is > 0.01 and <= 0.5).Select(bin => (X: Math.Log10(bin.Lag), Y: Math.Log10(bin.Value))).ToArray();
        if (bins.Length < 2 || points.Length == 0)
        {
            return (-0.5, -0.5);
        }

        var (mx, my) = (points.Average(p => p.X), points.Average(p => p.Y));
        var (slope, intercept) = (points[0].Y / (2 * points[0].X), points[0].Y / 2);
        if (points.Length > 1)
        {
            slope = points.Sum(p => (p.X - mx) * (p.Y - my)) / points.Sum(p => (p.X - mx) * (p.X - mx));
            intercept = my - (slope * mx);
        }

        var amplitude = Math.Pow(10, intercept);
        return amplitude < 0.005 ? (0, 0) : (Math.Min(amplitude, 15), Math.Clamp(slope, -0.5, 3));
    }

    private (double Amplitude, double Gamma) Compute(Points band)
    {
        StructureFunction.Compute(band.Band(), band.Flux.Average(), scratch, out var amplitude, out var gamma);
        Assert.Equal(0, scratch.Mark);
        return (amplitude, gamma);
    }
}
