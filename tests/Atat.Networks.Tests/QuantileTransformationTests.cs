using System.Text.Json;
using Atat.Networks.Quantiles;

namespace Atat.Networks.Tests;

public sealed class QuantileTransformationTests
{
    [Fact]
    public void AgreesWithScikitLearnOnEveryColumn()
    {
        using var reference = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("reference", "representation", "quantile.json")));
        var checkedColumns = 0;
        foreach (var column in reference.RootElement.GetProperty("columns").EnumerateObject())
        {
            var fit = Values(column.Value.GetProperty("fit").GetProperty("data"));
            if (fit.Any(double.IsNaN))
            {
                // There missing values stay missing; here they become a value before the fit, as the thesis has it.
                continue;
            }

            checkedColumns++;
            var transformation = QuantileTransformation.Fit(fit, column.Value.GetProperty("n_quantiles").GetInt32());
            var quantiles = Values(column.Value.GetProperty("quantiles").GetProperty("data"));
            Assert.Equal(quantiles, transformation.Quantiles.ToArray());
            var values = Values(column.Value.GetProperty("new_values").GetProperty("data"));
            var uniform = Values(column.Value.GetProperty("uniform").GetProperty("data"));
            var normal = Values(column.Value.GetProperty("normal").GetProperty("data"));
            for (var i = 0; i < values.Length; i++)
            {
                if (!double.IsNaN(values[i]))
                {
                    Assert.Equal(uniform[i], transformation.Probability(values[i]), 1e-12);
                    Assert.Equal(normal[i], transformation.Transform(values[i]), 1e-9);
                }
            }
        }

        Assert.InRange(checkedColumns, 8, int.MaxValue);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(1e-10, -6.361340902404056)]
    public void QuantileFunctionIsThatOfTheNormalDistribution(double probability, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(probability), 1e-12);

    [Fact]
    public void IsMonotonicAndBounded() =>
        Gen.Double[-1e6, 1e6].Array[1, 50].Select(Gen.Double[-2e6, 2e6], Gen.Double[-2e6, 2e6]).Sample((fit, a, b) =>
        {
            var transformation = QuantileTransformation.Fit(fit);
            var (low, high) = (transformation.Transform(Math.Min(a, b)), transformation.Transform(Math.Max(a, b)));
            return low <= high + 1e-12 && low >= -5.2 && high <= 5.2;
        });

    [Fact]
    public void MissingValuesBecomeTheLowestOfTheColumn()
    {
        var transformation = QuantileTransformation.Fit([1, double.NaN, 2, 3, double.PositiveInfinity]);
        Assert.Equal(transformation.Transform(double.NaN), transformation.Transform(QuantileTransformation.Missing));
        Assert.True(transformation.Transform(double.NaN) < transformation.Transform(1));
    }

    private static double[] Values(JsonElement array) =>
        [.. array.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Number ? v.GetDouble() : double.NaN)];
}
