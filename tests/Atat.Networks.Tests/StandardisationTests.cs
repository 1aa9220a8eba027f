using Atat.Networks.Quantiles;

namespace Atat.Networks.Tests;

public sealed class StandardisationTests
{
    [Fact]
    public void FittedRowsHaveMeanZeroAndDeviationOne() =>
        Gen.Double[-1, 1].Array[2, 300].Where(v => v.Max() - v.Min() > 1e-3).Select(Gen.Double[-100, 100], Gen.Int[-200, 200]).Sample((values, offset, exponent) =>
        {
            double[] column = [.. values.Select(v => (v + offset) * Math.Pow(10, exponent)), double.NaN, double.PositiveInfinity];
            var fitted = Standardisation.Fit(column);
            var rows = column[..^2].Select(fitted.Transform).ToArray();
            Assert.Equal(0, rows.Average(), 1e-6);
            Assert.Equal(1, rows.Average(r => r * r), 1e-6);
        });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void AMissingValueIsAtTheMean(double missing)
    {
        var fitted = Standardisation.Fit([2, missing, 6]);
        Assert.Equal(new Standardisation(4, 2), fitted);
        Assert.Equal(0, fitted.Transform(missing));
        Assert.Equal(-1, fitted.Transform(2));
    }

    [Fact]
    public void NothingOverflows()
    {
        Assert.Equal(new Standardisation(0, 1), Standardisation.Fit([]));
        Assert.Equal(new Standardisation(0, 1), Standardisation.Fit([double.NaN]));
        Assert.Equal(0.1, Standardisation.Fit([0.1, 0.1, 0.1]).Transform(0.2), 1e-12);
        Assert.Equal(1, Standardisation.Fit([double.MaxValue, -double.MaxValue]).Transform(double.MaxValue));
        Assert.Equal(1000, new Standardisation(0, 1e-300).Transform(1e300));
        Assert.Throws<ArgumentException>(() => new Standardisation(0, 0));
        Assert.Throws<ArgumentException>(() => new Standardisation(double.NaN, 1));
    }
}
