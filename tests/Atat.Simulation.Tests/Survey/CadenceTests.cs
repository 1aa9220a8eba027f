using Atat.Simulation.Survey;

namespace Atat.Simulation.Tests.Survey;

public sealed class CadenceTests
{
    private static readonly Visit[] Visits =
        [.. Enumerable.Range(0, 60).SelectMany(i => Cadence.Draw(SimulatedSurvey.Timeline, 6 * i, new Random(i)))];

    /// <summary>Shares of ugrizY among LSST's visits: about 0.06, 0.09, 0.22, 0.22, 0.19, 0.20 (Jones et al. 2021).</summary>
    [Theory]
    [InlineData(0, 0.065)]
    [InlineData(1, 0.095)]
    [InlineData(2, 0.22)]
    [InlineData(3, 0.22)]
    [InlineData(4, 0.19)]
    [InlineData(5, 0.20)]
    public void PassbandsHaveTheirShares(int band, double share) =>
        Assert.Equal(share, Visits.Count(v => v.Band == band) / (double)Visits.Length, 0.06);

    [Fact]
    public void UIsForDarkNights()
    {
        var phases = Visits.Where(v => v.Band == 0).Select(v => Math.Abs((((v.Mjd - 59847.9) / 29.530588) % 1 + 1.5) % 1 - 0.5)).ToArray();
        Assert.True(phases.Count(p => p < 0.3) > 0.8 * phases.Length);
    }

    [Fact]
    public void VisitsComeInPairsHalfAnHourApart()
    {
        var visits = Cadence.Draw(SimulatedSurvey.Timeline, 100, new Random(1));
        Assert.Equal(visits.Select(v => v.Mjd).Order(), visits.Select(v => v.Mjd));
        var paired = visits.Count(v => visits.Any(o => Math.Abs(Math.Abs(o.Mjd - v.Mjd) - 0.0232) < 0.009));
        Assert.True(paired > 0.8 * visits.Count);
        Assert.All(visits, v => Assert.InRange(v.Mjd, SimulatedSurvey.Timeline.Start, SimulatedSurvey.Timeline.End));
    }
}
