using Atat.Simulation.Populations;

namespace Atat.Simulation.Tests.Populations;

/// <summary>Every simulated population beside the value that was published of the real one; the sources stand in the checks.</summary>
public sealed class PopulationChecksTests
{
    private static readonly Lazy<Dictionary<string, PopulationCheck>> Checks =
        new(() => PopulationChecks.All().ToDictionary(check => $"{check.Class}: {check.Quantity}", StringComparer.Ordinal));

    public static TheoryData<string> Names() => [.. Checks.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsAsPublished(string name)
    {
        var check = Checks.Value[name];
        Assert.True(check.Holds, $"{name}: {check.Measured:G5} {check.Unit}, but {check.Published:G5} ± {check.Tolerance:G3} ({check.Source})");
    }

    [Fact]
    public void EveryClassIsChecked() =>
        Assert.Empty(LightCurves.Taxonomies.Elasticc.Classes.Except(Checks.Value.Values.Select(check => check.Class)).Except(["SN-like/Other"]));

    [Fact]
    public void SupernovaeReddenWithRedshift()
    {
        var colours = Enumerable.Range(0, 6).Select(i => Simulation.Sources.Supernovae.TypeIa.ColourAtMaximum(1, 2, 0.1 + (0.1 * i))).ToArray();
        Assert.Equal(colours.Order(), colours);
    }
}
