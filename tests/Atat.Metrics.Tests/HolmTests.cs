namespace Atat.Metrics.Tests;

public sealed class HolmTests
{
    [Fact]
    public void A_family_by_hand()
    {
        var adjusted = Holm.Adjust([0.04, 0.01, double.NaN, 0.03, 0.9]);

        Assert.Equal([0.09, 0.04, double.NaN, 0.09, 0.9], adjusted.Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void Adjusted_values_keep_the_order_and_lie_between_the_value_and_bonferroni() => Gen.Double[0, 1].Array[1, 12].Sample(p =>
    {
        var adjusted = Holm.Adjust(p);
        for (var i = 0; i < p.Length; i++)
        {
            Assert.InRange(adjusted[i], p[i], Math.Min(1, p.Length * p[i]));
            Assert.All(Enumerable.Range(0, p.Length).Where(j => p[j] <= p[i]), j => Assert.True(adjusted[j] <= adjusted[i]));
        }
    });
}
