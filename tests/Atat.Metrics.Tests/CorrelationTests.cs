namespace Atat.Metrics.Tests;

public sealed class CorrelationTests
{
    private static readonly double[] X = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
    private static readonly double[] Y = [2, 7, 1, 8, 2, 8, 1, 8, 2.5, 8];

    [Fact]
    public void Agrees_with_another_implementation()
    {
        // scipy.stats 1.10.1.
        Assert.Equal(0.15244318679334118, Correlation.Spearman(X, Y), 1e-14);
        Assert.Equal(0.11386285057483173, Correlation.Pearson(X, Y), 1e-14);
    }

    [Fact]
    public void Ranks_do_not_see_what_keeps_the_order()
    {
        var risen = Array.ConvertAll(X, x => Math.Exp(x));
        Assert.Equal(1, Correlation.Spearman(X, risen), 1e-15);
        Assert.Equal(-1, Correlation.Spearman(X, Array.ConvertAll(risen, x => -x)), 1e-15);
        Assert.InRange(Correlation.Pearson(X, risen), 0.1, 0.9);
    }

    [Fact]
    public void Is_undefined_where_nothing_varies()
    {
        Assert.True(double.IsNaN(Correlation.Spearman([1, 1], [1, 2])));
        Assert.True(double.IsNaN(Correlation.Pearson([], [])));
        Assert.Throws<ArgumentException>(() => Correlation.Spearman([1, double.NaN], [1, 2]));
        Assert.Throws<ArgumentException>(() => Correlation.Pearson([1], [1, 2]));
    }
}
