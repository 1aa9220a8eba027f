namespace Atat.Features.Tests;

public sealed class MexicanHatTests
{
    private static readonly Gen<Points> Bands =
        Gen.Select(Gen.Double[0, 12], Gen.Double[50, 90], Gen.Double[0.01, 2]).Array[1, 70].Select(rows =>
        {
            var time = 100.0;
            return new Points([.. rows.Select(row => time += row.Item1)], [.. rows.Select(row => row.Item2)], [.. rows.Select(row => row.Item3)]);
        });

    private readonly Scratch scratch = new();

    [Fact]
    public void Is_the_double_loop_of_its_definition() =>
        Bands.Sample(
            band =>
            {
                var (mean, valid) = (band.Flux.Average(), new bool[band.Length]);
                var (low, lowCount) = Power(band, 100, valid);
                var noise = band.Error.Where((_, i) => valid[i]).DefaultIfEmpty(double.NaN).Average() / mean;
                var (high, highCount) = Power(band, 10, valid);
                noise *= noise;
                var values = Compute(band, false);
                if (lowCount == 0 || highCount == 0 || band.Flux.Distinct().Count() == 1)
                {
                    Assert.All(values, value => Assert.Equal(double.NaN, value));
                    return;
                }

                // Of equal times both smoothings are the mean, and what is between them is rounding or nothing.
                if (high < 1e-20)
                {
                    return;
                }

                var flagged = !(high > noise);
                high -= flagged ? 0 : noise;
                Assert.Equal(low - noise, values[1], 1e-12);
                Assert.Equal(high, values[2], 1e-12);
                Assert.Equal((low - noise) / high, values[0], 1e-9 * Math.Max(1, Math.Abs(values[0])));
                Assert.Equal(highCount, values[3]);
                Assert.Equal(flagged ? 1 : 0, values[4]);
            },
            threads: 1);

    [Fact]
    public void In_single_precision_is_near() =>
        Bands.Sample(
            band =>
            {
                var (exact, published) = (Compute(band, false), Compute(band, true));
                Assert.True(exact[1].Equals(published[1]) || Math.Abs(exact[1] - published[1]) <= 1e-5 + (1e-3 * Math.Abs(exact[1])));
            },
            threads: 1);

    [Theory]
    [MemberData(nameof(Points.Odd), MemberType = typeof(Points))]
    public void Is_finite_or_NaN(string name, Points band)
    {
        foreach (var published in (bool[])[false, true])
        {
            Assert.All(Compute(band, published), value => Assert.False(double.IsInfinity(value), name));
        }
    }

    private static (double Power, int Count) Power(Points band, double scale, bool[] valid)
    {
        var narrow = 0.225 * scale / Math.Sqrt(2);
        var window = Math.Max(6 * narrow, 30);
        double Gaussian(double x, double width) => Math.Exp(-x * x / (2 * width * width));
        double[] grid = [.. Enumerable.Range(0, 1001).Select(i => -window + (i * 2 * window / 1000))];
        var step = 2 * window / 1000;
        var (n1, n2) = (step * grid.Sum(x => Gaussian(x, narrow)), step * grid.Sum(x => Gaussian(x, 2 * narrow)));
        var own = step * grid.Sum(x => Math.Pow((Gaussian(x, narrow) / n1) - (Gaussian(x, 2 * narrow) / n2), 2));
        var (mean, squares, count) = (band.Flux.Average(), 0.0, 0);
        for (var k = 0; k < band.Length; k++)
        {
            var distances = band.Time.Select(t => t - band.Time[k]).ToArray();
            valid[k] = distances.Count(d => Math.Abs(d) <= 2 * window / 3) >= 4;
            if (!valid[k])
            {
                continue;
            }

            double Smoothed(double width)
            {
                var near = Enumerable.Range(0, band.Length).Where(j => Math.Abs(distances[j]) < window).ToArray();
                return near.Sum(j => (band.Flux[j] - mean) * Gaussian(distances[j], width)) / near.Sum(j => Gaussian(distances[j], width));
            }

            squares += Math.Pow(Smoothed(narrow) - Smoothed(2 * narrow), 2);
            count++;
        }

        return (squares / count / own / (mean * mean), count);
    }

    private double[] Compute(Points band, bool published)
    {
        var values = new double[5];
        MexicanHat.Compute(band.Band(), published, scratch, values);
        Assert.Equal(0, scratch.Mark);
        return values;
    }
}
