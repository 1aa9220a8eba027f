using Atat.Features.Periodograms;
using Atat.LightCurves;

namespace Atat.Features.Tests.Periodograms;

public sealed class CatalogPeriodsTests
{
    private static readonly Catalog Objects = Surveys.Catalog(
        Surveys.Six,
        Enumerable.Range(1, 12).Select(i => Periodic.Object(6, i == 7 ? 3 : 20 + i, 0.3 + (0.41 * i), Periodic.Sinusoid, i)));

    [Fact]
    public void Do_not_depend_on_threads()
    {
        var options = new PeriodSearchOptions { ShortestPeriod = 0.2 };
        var one = CatalogPeriods.Search(Objects, options, 1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(one, CatalogPeriods.Search(Objects, options, 5, cancellation: TestContext.Current.CancellationToken));
        for (var i = 0; i < one.Length; i++)
        {
            Assert.Equal(Objects[i].LightCurve.Length, one[i].Points);
            var expected = i == 6 ? double.NaN : 0.3 + (0.41 * (i + 1));
            Assert.Equal(expected, one[i].Period, 1e-3 * Math.Abs(i == 6 ? 1 : expected));
            Assert.True(i == 6 ? double.IsNaN(one[i].Power) : one[i].Power > 10);
        }
    }

    [Fact]
    public void Stop_when_told_to()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => CatalogPeriods.Search(Objects, new PeriodSearchOptions(), 2, cancellation: source.Token));
    }
}
