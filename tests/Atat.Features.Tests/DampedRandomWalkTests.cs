using System.Runtime.Intrinsics;

namespace Atat.Features.Tests;

public sealed class DampedRandomWalkTests(ITestOutputHelper output)
{
    private readonly Scratch scratch = new();

    [Fact]
    public void Four_of_five_bands_agree_with_the_reference()
    {
        var expected = ReferenceFeatures.Values("features_thesis.csv");
        int bands = 0, same = 0, undefined = 0;
        var better = new List<double>();
        foreach (var (item, rows) in ReferenceFeatures.LightCurves().Where(pair => expected.ContainsKey((pair.Key, "GP_DRW_tau", "u"))))
        {
            foreach (var name in ReferenceFeatures.Bands)
            {
                var band = ReferenceFeatures.Thesis(rows, name);
                var (sigma, tau) = (expected[(item, "GP_DRW_sigma", $"{name}")], expected[(item, "GP_DRW_tau", $"{name}")]);
                var values = Compute(band);
                undefined += double.IsNaN(sigma) != double.IsNaN(values[0]) ? 1 : 0;
                if (double.IsNaN(sigma) || double.IsNaN(values[0]))
                {
                    continue;
                }

                bands++;
                var agrees = Math.Abs(values[0] - sigma) <= 0.01 * sigma && Math.Abs(values[1] - tau) <= 0.01 * tau;
                same += agrees ? 1 : 0;
                var gain = NegativeLogLikelihood(band, sigma, tau) - NegativeLogLikelihood(band, values[0], values[1]);
                better.Add(gain);
                if (!agrees)
                {
                    output.WriteLine($"{item} {name} N={band.Length} a {sigma:g6} {values[0]:g6} tau {tau:g6} {values[1]:g6} gain {gain:g3}");
                }
            }
        }

        better.Sort();
        output.WriteLine($"{same} of {bands} agree; log-likelihood above the reference's by {better[0]:g3} to {better[^1]:g3}");
        Assert.True(same >= 0.8 * bands, $"{same} of {bands}");
        Assert.All(better, gain => Assert.True(gain > -1e-3));
        Assert.Equal(0, undefined);
    }

    [Fact]
    public void Has_the_published_order() =>
        Assert.Equal(
            ReferenceFeatures.Names("thesis", name => name.StartsWith("GP_DRW", StringComparison.Ordinal)),
            DampedRandomWalk.Family.Features.Select(feature => feature.Name));

    [Fact]
    public void The_filter_gives_the_likelihood_of_the_covariance_matrix() =>
        Gen.Select(Band(2, 30), Gen.Double[-3, 6], Gen.Double[-6, 3]).Sample(
            (band, a, c) => Assert.Equal(Dense(band, Math.Exp(a), Math.Exp(c)), NegativeLogLikelihood(band, Math.Exp(a), Math.Exp(-c)), 1e-7),
            threads: 1);

    [Fact]
    public void The_gradient_is_the_derivative() =>
        Gen.Select(Band(1, 30), Gen.Double[-3, 6], Gen.Double[-6, 3]).Sample(
            (band, a, c) =>
            {
                const double Step = 1e-5;
                var likelihood = DampedRandomWalk.Likelihood(band.Band(), scratch);
                likelihood.Value(Vector128.Create(a, c), out var gradient);
                var byA = likelihood.Value(Vector128.Create(a + Step, c), out _) - likelihood.Value(Vector128.Create(a - Step, c), out _);
                var byC = likelihood.Value(Vector128.Create(a, c + Step), out _) - likelihood.Value(Vector128.Create(a, c - Step), out _);
                (byA, byC) = (byA / (2 * Step), byC / (2 * Step));
                scratch.Free(0);
                Assert.Equal(byA, gradient[0], 1e-5 * Math.Max(1, Math.Abs(byA)));
                Assert.Equal(byC, gradient[1], 1e-5 * Math.Max(1, Math.Abs(byC)));
            },
            threads: 1);

    [Fact]
    public void Scaling_the_flux_scales_the_variance_by_the_square()
    {
        var random = new Random(3);
        var times = Enumerable.Range(0, 400).Select(i => 2.0 * i).ToArray();
        var walk = new double[times.Length];
        for (var i = 1; i < walk.Length; i++)
        {
            walk[i] = (0.95 * walk[i - 1]) + (random.NextDouble() - 0.5);
        }

        var first = Compute(new(times, walk, [.. walk.Select(_ => 0.05)]));
        var second = Compute(new(times, [.. walk.Select(x => 8 * x)], [.. walk.Select(_ => 0.4)]));
        Assert.InRange(first[1], 10, 150);
        Assert.Equal(64 * first[0], second[0], 0.01 * second[0]);
        Assert.Equal(first[1], second[1], 0.01 * first[1]);
    }

    [Theory]
    [MemberData(nameof(Points.Odd), MemberType = typeof(Points))]
    public void Is_finite_or_NaN(string name, Points band)
    {
        foreach (var value in Compute(band))
        {
            Assert.False(double.IsInfinity(value), name);
        }
    }

    [Fact]
    public void Takes_long_bands() => Assert.All(Compute(Points.Long(100_000)), value => Assert.True(value > 0));

    [Fact]
    public void Allocates_nothing()
    {
        var band = Points.Long(100);
        var values = new double[2];
        Assert.Equal(0, Measure.Allocation(() => DampedRandomWalk.Compute(band.Band(), scratch, values)));
    }

    private static Gen<Points> Band(int fewest, int most) =>
        Gen.Select(Gen.Double[0, 10], Gen.Double[-50, 50], Gen.Double[0.1, 10]).Array[fewest, most].Select(rows =>
        {
            var time = 60_000.0;
            return new Points([.. rows.Select(row => time += row.Item1)], [.. rows.Select(row => row.Item2)], [.. rows.Select(row => row.Item3)]);
        });

    private static double Dense(Points band, double a, double c)
    {
        var mean = band.Flux.Average();
        var n = band.Length;
        var factor = new double[n, n];
        var solved = new double[n];
        var sum = 0.5 * n * Math.Log(Math.Tau);
        for (var i = 0; i < n; i++)
        {
            solved[i] = band.Flux[i] - mean;
            for (var j = 0; j <= i; j++)
            {
                var element = (a * Math.Exp(-c * (band.Time[i] - band.Time[j]))) + (i == j ? band.Error[i] * band.Error[i] : 0);
                for (var k = 0; k < j; k++)
                {
                    element -= factor[i, k] * factor[j, k];
                }

                factor[i, j] = i == j ? Math.Sqrt(element) : element / factor[j, j];
                solved[i] -= j < i ? factor[i, j] * solved[j] : 0;
            }

            solved[i] /= factor[i, i];
            sum += Math.Log(factor[i, i]) + (0.5 * solved[i] * solved[i]);
        }

        return sum;
    }

    private double NegativeLogLikelihood(Points band, double variance, double scale)
    {
        var value = DampedRandomWalk.Likelihood(band.Band(), scratch).Value(Vector128.Create(Math.Log(variance), -Math.Log(scale)), out _);
        scratch.Free(0);
        return value;
    }

    private double[] Compute(Points band)
    {
        var values = new double[2];
        DampedRandomWalk.Compute(band.Band(), scratch, values);
        Assert.Equal(0, scratch.Mark);
        return values;
    }
}
