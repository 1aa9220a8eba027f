using Atat.Features.Periodograms;

namespace Atat.Features.Tests.Periodograms;

public sealed class PeriodAgreementTests
{
    [Fact]
    public void Counts_by_class_and_in_all()
    {
        var result = PeriodAgreement.Of(
        [
            ("RRL", 0.5, 0.5049),
            ("RRL", 0.6, 0.3),
            ("RRL", 0.6, 1.19),

            // 1/0.6 + 1 and 2 - 1/0.6 cycles a day.
            ("RRL", 0.6, 1 / (1 + (1 / 0.6))),
            ("RRL", 0.6, 1 / (2 - (1 / 0.6))),
            ("RRL", 0.6, 0.47),
            ("EB", 3, double.NaN),
            ("EB", 3, 3.04),
            ("EB", double.NaN, 3),
            ("EB", 0, 3),
            ("EB", -1, 3),
        ]);
        Assert.Equal(
            [
                new PeriodAgreement("EB", 2, 0, 0, 0, 2),
                new PeriodAgreement("RRL", 6, 1, 2, 2, 1),
                new PeriodAgreement("all", 8, 1, 2, 2, 3),
            ],
            result);
    }

    [Fact]
    public void Of_nothing_is_nothing() => Assert.Equal([new PeriodAgreement("all", 0, 0, 0, 0, 0)], PeriodAgreement.Of([]));

    [Fact]
    public void Adds_up() =>
        Gen.Select(Gen.Int[0, 2].Select(i => $"{i}"), Gen.Double[0.1, 10], Gen.Double[0.1, 10]).Array[0, 60].Sample(objects =>
        {
            var result = PeriodAgreement.Of(objects);
            Assert.All(result, row => Assert.Equal(row.Objects, row.Same + row.HalfOrDouble + row.DailyAlias + row.Other));
            Assert.Equal(objects.Length, result[^1].Objects);
            Assert.Equal(objects.Length, result.SkipLast(1).Sum(row => row.Objects));
        });
}
