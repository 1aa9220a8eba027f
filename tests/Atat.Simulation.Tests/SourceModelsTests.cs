using Atat.LightCurves;
using Atat.Simulation.Light;

namespace Atat.Simulation.Tests;

public sealed class SourceModelsTests
{
    public static TheoryData<string> Labels() => [.. SourceModels.All.Select(model => model.Label)];

    [Fact]
    public void AreThoseOfElasticc()
    {
        Assert.Equal(Taxonomies.Elasticc.Entries.Select(e => e.Label).Order(), SourceModels.All.Select(m => m.Label).Order());
        Assert.All(SourceModels.All.GroupBy(m => Taxonomies.Elasticc.ClassOf(m.Label)), models => Assert.Equal(1, models.Sum(m => m.Share), 9));
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void ShineAsASourceMust(string label)
    {
        var model = SourceModels.All.Single(m => m.Label == label);
        var random = new Random(5);
        var visible = 0;
        for (var i = 0; i < 400 || (visible == 0 && i < 40_000); i++)
        {
            if (model.Draw(SimulatedSurvey.Timeline, random) is not { } source)
            {
                continue;
            }

            var visits = Visits(source);
            var (flux, again) = (new double[visits.Length], new double[visits.Length]);
            source.Observe(visits, flux);
            source.Observe(visits, again);
            Assert.Equal(flux, again);
            for (var k = 0; k < flux.Length; k++)
            {
                Assert.True(double.IsFinite(flux[k]));
                Assert.True(source.Steady(visits[k].Band) + flux[k] >= -1e-6 * (1 + source.Steady(visits[k].Band)), $"{label}: {flux[k]} below {source.Steady(visits[k].Band)}");
            }

            Assert.True(source.End > source.Start);
            Assert.InRange(source.DustShare, 0, 1);
            Assert.Equal(model.Host == HostPopulation.None, source.Redshift == 0);
            visible++;
        }

        Assert.True(visible > 0);
    }

    private static Visit[] Visits(ISource source) =>
        [.. Enumerable.Range(0, 120).Select(i => new Visit(source.Start + ((source.End - source.Start) * i / 119), (byte)(i % LsstPassbands.Count), 5, 0.02, 2))];
}
