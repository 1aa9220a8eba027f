using Atat.LightCurves;
using Atat.Training.Configuration;

namespace Atat.Training.Tests;

public sealed class ConfigFileTests
{
    [Theory]
    [InlineData("atat")]
    [InlineData("thesis")]
    [InlineData("published")]
    public void EveryPresetIsReadAsItIsWritten(string name)
    {
        var text = ConfigFile.Write(ConfigFile.Preset(name));
        Assert.Equal(text, ConfigFile.Write(ConfigFile.Parse(new StringReader(text), "config.yaml")));
    }

    [Fact]
    public void AFileIsReadOverItsPreset()
    {
        var config = ConfigFile.Parse(new StringReader("preset: thesis\nseed: 5\ninputs: [lc]\nwindow:\n  mta: true\n  days: [4, 16.5]\n"), "config.yaml");
        Assert.Equal(0.2, config.Network.Dropout);
        Assert.Equal(5, config.Seed);
        Assert.Equal(["lc"], config.Inputs);
        Assert.True(config.Window.Mta);
        Assert.Equal([4, 16.5], config.Window.Days);
    }

    [Fact]
    public void OverridesChangeSingleValues()
    {
        var config = ConfigFile.With(Presets.Atat, ["optimiser.learning_rate=2e-4", "window.rule=published", "data.metadata=[z, 12]", "network.light_curve.heads=2"]);
        Assert.Equal(2e-4, config.Optimiser.LearningRate);
        Assert.Equal(WindowRule.Published, config.Window.Rule);
        Assert.Equal(["z", "12"], config.Data.Metadata);
        Assert.Equal(new Networks.TransformerShape(2, 48, 3), config.Network.LightCurve);
    }

    [Theory]
    [InlineData("optimizer: {}", "did you mean 'optimiser'")]
    [InlineData("network: {dropuot: 0.1}", "did you mean 'network.dropout'")]
    [InlineData("seed: many", "'seed' is of the wrong kind")]
    [InlineData("network: 3", "'network' holds further keys")]
    [InlineData("window: {days: 8}", "'window.days' takes a list")]
    [InlineData("window: {days: [0]}", "'window.days' is 0; it must be days above 0")]
    [InlineData("network: {dropout: 1}", "'network.dropout' is 1; it must be from 0 to below 1")]
    [InlineData("optimiser: {loss: square}", "'optimiser.loss' is of the wrong kind")]
    [InlineData("optimiser: {focal_gamma: -1}", "'optimiser.focal_gamma' is -1; it must be 0 or more")]
    [InlineData("optimiser: {effective_beta: 1}", "'optimiser.effective_beta' is 1; it must be from 0 to below 1")]
    [InlineData("optimiser: {class_weights: inverse}", "'optimiser.class_weights' is inverse; it must be none where batch.balanced is true")]
    [InlineData("inputs: [lc]\nnetwork: {tabular_tokens: sequence}", "'network.tabular_tokens' is sequence; it must be branch where the inputs are not lc and one of md, feat")]
    [InlineData("augmentation: {redshift: 0.5}", "'augmentation.redshift' is 0.5; it must be from 0 to 0.2")]
    [InlineData("inputs: [lc, feat]\naugmentation: {redshift: 0.1}", "'augmentation.redshift' is 0.1; it must be 0 where feat is an input")]
    [InlineData("augmentation: {cadence: 1}", "'augmentation.cadence' is 1; it must be from 0 to below 1")]
    [InlineData("augmentation: {rare_only: true}", "'augmentation.rare_only' is True; it must be false where no other key of augmentation is above 0")]
    [InlineData("optimiser: {logit_adjustment: 1}", "'optimiser.logit_adjustment' is 1; it must be 0 where batch.balanced is true")]
    [InlineData("preset: thesys", "Preset 'thesys' does not exist")]
    [InlineData("inputs: [lc, feet]", "some of lc, md, feat")]
    [InlineData("a: [", "config.yaml line")]
    [InlineData("just text", "mapping")]
    public void MistakesAreNamed(string text, string message)
    {
        var error = Assert.Throws<InputException>(() => ConfigFile.Parse(new StringReader(text), "config.yaml"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(message.StartsWith("Preset", StringComparison.Ordinal) ? "Preset" : "config.yaml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyTextIsReadOrRefusedInOneLine()
    {
        var sound = ConfigFile.Write(Presets.Atat);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Int[0, 8], Gen.Char[" :[]{}#-,\n\"'&*!|>%@`a0"].Array[0, 6]).Sample((at, removed, added) =>
        {
            var text = sound[..at] + new string(added) + sound[Math.Min(sound.Length, at + removed)..];
            try
            {
                ConfigFile.Parse(new StringReader(text), "config.yaml");
            }
            catch (InputException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        });
    }
}
