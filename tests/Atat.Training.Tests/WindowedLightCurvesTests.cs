using Atat.LightCurves;
using Atat.Training.Data;

namespace Atat.Training.Tests;

public sealed class WindowedLightCurvesTests
{
    [Theory]
    [InlineData(WindowRule.Causal)]
    [InlineData(WindowRule.Published)]
    public void ABeginningOfThePackedWindowIsTheWindowAtADay(WindowRule rule)
    {
        var random = new Random(3);
        var builder = new CatalogBuilder(ToySurvey.Schema with { Metadata = [] });
        for (var i = 0; i < 60; i++)
        {
            var count = random.Next(0, 30);
            var mjd = Enumerable.Range(0, count).Select(_ => 59000 + Math.Round(200 * random.NextDouble())).Order().ToArray();
            builder.Add(new ObjectRow($"{i}"), [], new LightCurve(
                mjd, new float[count], new float[count], new byte[count], [.. mjd.Select(_ => random.Next(3) == 0)], [.. mjd.Select(_ => random.Next(6) == 0)]));
        }

        var catalog = builder.Build();
        var windows = new WindowedLightCurves(catalog, rule, 0);
        var indices = new int[30];
        foreach (var day in new[] { 0.0, 1, 8, 50, 128, 2048, double.PositiveInfinity })
        {
            for (var i = 0; i < catalog.Count; i++)
            {
                var lightCurve = catalog[i].LightCurve;
                var count = Window.Select(lightCurve, day, rule, indices);
                Assert.Equal(count, windows.Length(i, day));
                for (var j = 0; j < count; j++)
                {
                    Assert.Equal((float)(lightCurve.Mjd[indices[j]] - lightCurve.Mjd[indices[0]]), windows.Times(i)[j]);
                }
            }
        }
    }
}
