using MathNet.Numerics.Distributions;

namespace Atat.Features.Tests;

public sealed class AndersonDarlingTests
{
    [Fact]
    public void Is_the_sum_over_the_normal_distribution() =>
        Gen.Select(Gen.Double[-5, 5].Array[6, 60], Gen.Double[-1, 1], Gen.Double[1, 5]).Sample((values, mean, deviation) =>
        {
            Array.Sort(values);
            var n = values.Length;
            var sum = 0.0;
            for (var i = 1; i <= n; i++)
            {
                var (below, above) = ((values[i - 1] - mean) / deviation, (values[n - i] - mean) / deviation);
                sum += ((2 * i) - 1) * (Math.Log(Normal.CDF(0, 1, below)) + Math.Log(Normal.CDF(0, 1, -above)));
            }

            var statistic = -n - (sum / n);
            Assert.Equal(1 / (1 + Math.Exp(-10 * (statistic - 0.3))), AndersonDarling.Compute(values, mean, deviation), 1e-9);
        });

    [Fact]
    public void Of_an_outlier_is_one() => Assert.Equal(1, AndersonDarling.Compute([-1, -0.5, 0, 0.5, 1, 1e30], 0, 1), 1e-12);
}
