using Atat.Features.Periodograms;

namespace Atat.Features.Tests.Periodograms;

public sealed class OrthogonalPolynomialsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void In_single_precision_is_near(int harmonics) =>
        Gen.Select(Gen.Int[20, 80], Gen.Int[0, 100_000]).Sample((count, seed) =>
        {
            // Not the special numbers of a generator: where phases coincide, single precision is another number.
            var random = new Random(seed);
            var rows = Enumerable.Range(0, count)
                .Select(_ => (20 * (random.NextDouble() - 0.5), 0.5 + random.NextDouble(), Enumerable.Range(0, 16).Select(_ => random.NextDouble()).ToArray())).ToArray();
            double[] inverse = [.. rows.Select(row => 1 / row.Item2)];
            var mean = rows.Sum(row => row.Item1 / (row.Item2 * row.Item2)) / inverse.Sum(x => x * x);
            double[] value = [.. rows.Select(row => row.Item1 - mean)];
            var chiSquare = value.Zip(inverse, (v, i) => v * v * i * i).Sum();

            // Sixteen lanes of single precision are twice eight of double.
            double[] Columns(Func<double, double> function, int first, int count) =>
                [.. rows.SelectMany(row => row.Item3.Skip(first).Take(count).Select(phase => function(Math.Tau * phase)))];
            float[] Single(double[] values) => [.. values.Select(x => (float)x)];
            var single = new OrthogonalPolynomials<float>().Reduction(
                Single(inverse), Single(value), Single(Columns(Math.Cos, 0, 16)), Single(Columns(Math.Sin, 0, 16)), harmonics);
            for (var half = 0; half < 2; half++)
            {
                var exact = new OrthogonalPolynomials<double>().Reduction(inverse, value, Columns(Math.Cos, 8 * half, 8), Columns(Math.Sin, 8 * half, 8), harmonics);
                for (var lane = 0; lane < 8; lane++)
                {
                    Assert.InRange(exact[lane], -1e-9 * chiSquare, (1 + 1e-9) * chiSquare);
                    Assert.Equal(exact[lane], single[(8 * half) + lane], 1e-3 * chiSquare);
                }
            }
        });

    [Fact]
    public void Of_equal_phases_is_nothing()
    {
        // One phase: a constant explains all that a series does.
        double[] one = [.. Enumerable.Repeat(1.0, 80)];
        var values = new OrthogonalPolynomials<double>().Reduction(one.AsSpan(0, 10), [1, -1, 2, -2, 3, -3, 4, -4, 5, -5], one, new double[80], 1);
        for (var lane = 0; lane < 8; lane++)
        {
            Assert.Equal(0, values[lane], 1e-12);
        }
    }
}
