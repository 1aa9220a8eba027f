using Atat.LightCurves;
using Atat.Training.Configuration;

namespace Atat.Training.Tests;

public sealed class ConfigTextTests
{
    [Fact]
    public void Settings_are_named_in_full() => Assert.Equal(
        [new("kind", "forest"), new("trees.count", "500"), new("trees.limits", "[1, 2.5]"), new("trees.by_class", "[{a: 1}]"), new("empty", "")],
        ConfigText.Settings("kind: \"forest\"\ntrees:\n  count: 500\n  limits: [1, 2.5]\n  by_class: [{a: 1}]\nempty:\n", "c.yaml"));

    [Fact]
    public void Every_setting_of_a_preset_is_there_once()
    {
        var settings = ConfigText.Settings(ConfigFile.Write(Presets.Atat), "c.yaml");

        Assert.Contains(settings, s => s is { Key: "window.mta", Value: "false" });
        Assert.Equal(settings.Length, settings.Select(s => s.Key).Distinct().Count());
        Assert.Empty(ConfigText.Settings("", "c.yaml"));
    }

    [Theory]
    [InlineData("[a, b]", "c.yaml: a configuration is a mapping")]
    [InlineData("a: [", "c.yaml line")]
    [InlineData("a: &x\n  b: *x", "c.yaml")]
    public void What_is_no_configuration_is_refused(string text, string says) =>
        Assert.StartsWith(says, Assert.Throws<InputException>(() => ConfigText.Settings(text, "c.yaml")).Message, StringComparison.Ordinal);
}
