using Atat.LightCurves;

namespace Atat.Features.Tests;

public sealed class FeatureRegistryTests
{
    [Theory]
    [InlineData(FeaturePreset.Thesis, "thesis", 429)]
    [InlineData(FeaturePreset.Composite, "composite", 419)]
    public void Columns_have_the_published_order(FeaturePreset preset, string variant, int count)
    {
        var names = FeatureRegistry.Columns(preset, Surveys.Six.Passbands).Select(column => column.Name).ToArray();
        Assert.Equal(count, names.Length);
        var expected = File.ReadLines(SharedData.Path("reference", "features", "feature_list.csv")).Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[0] == variant).Select(cells => cells[3] == "all" ? cells[2] : $"{cells[2]}_{cells[3]}");
        Assert.Equal(expected, names);
    }

    [Theory]
    [InlineData(FeaturePreset.Thesis, 429)]
    [InlineData(FeaturePreset.Composite, 419)]
    public void Columns_of_six_bands_are_unique(FeaturePreset preset, int count)
    {
        var columns = FeatureRegistry.Columns(preset, Surveys.Six.Passbands);
        Assert.Equal(count, columns.Length);
        Assert.Equal(count, columns.DistinctBy(column => column.Name).Count());
        Assert.Equal(["u-g", "g-r", "r-i", "i-z", "z-Y"], columns.Where(column => column.Family == Colours.Family).Select(column => column.Name));
        Assert.All(columns, column => Assert.Equal(column.Family.Scope == FeatureScope.Band, column.Band is not null));
    }

    [Theory]
    [InlineData(FeaturePreset.Thesis)]
    [InlineData(FeaturePreset.Composite)]
    public void Every_feature_is_documented(FeaturePreset preset)
    {
        foreach (var family in FeatureRegistry.Families(preset))
        {
            Assert.All((string[])[family.Name, family.Description, family.Source], text => Assert.False(string.IsNullOrWhiteSpace(text), family.Name));
            Assert.All(family.Features, feature =>
            {
                Assert.All((string[])[feature.Name, feature.Formula, feature.Unit, feature.Undefined], text => Assert.False(string.IsNullOrWhiteSpace(text), feature.Name));
                Assert.True(feature.MinimumPoints >= (family == ObjectInformation.Metadata ? 0 : 1), feature.Name);
            });
        }
    }

    [Theory]
    [InlineData(FeaturePreset.Thesis)]
    [InlineData(FeaturePreset.Composite)]
    public void Columns_follow_the_bands(FeaturePreset preset)
    {
        var six = FeatureRegistry.Columns(preset, Surveys.Six.Passbands);
        var one = FeatureRegistry.Columns(preset, Surveys.Schema("r").Passbands);
        Assert.DoesNotContain(one, column => column.Family == Colours.Family);
        Assert.Equal(six.Where(column => column.Band == "r" || column.Family.Scope == FeatureScope.Object).Select(column => column.Name), one.Select(column => column.Name));

        var own = FeatureRegistry.Columns(preset, [new Passband("F606W", 5900), new Passband("F814W", 8000)]);
        Assert.Equal("F606W-F814W", Assert.Single(own, column => column.Family == Colours.Family).Name);
        Assert.Equal(six.Count(column => column.Band is null) - 4 + (2 * one.Count(column => column.Band is not null)), own.Length);
    }

    [Theory]
    [InlineData(FeaturePreset.Thesis)]
    [InlineData(FeaturePreset.Composite)]
    public void Families_are_those_of_the_columns(FeaturePreset preset) =>
        Assert.Equal(FeatureRegistry.Columns(preset, Surveys.Six.Passbands).Select(column => column.Family).Distinct(), FeatureRegistry.Families(preset));
}
