using Atat.LightCurves;
using YamlDotNet.RepresentationModel;

namespace Atat.Training.Configuration;

/// <summary>
/// Reads and writes <see cref="TrainingConfig"/> as YAML. Strict: a key that does not exist is an error that names the nearest one.
/// </summary>
public static class ConfigFile
{
    /// <summary>Reads a file over its preset (the key <c>preset</c>, else ours).</summary>
    /// <exception cref="InputException">The file cannot be read, is no YAML, or has an unknown key or a value of the wrong kind.</exception>
    public static TrainingConfig Read(string path) => StrictYaml.Read(path, Parse);

    /// <summary>Reads YAML text; <paramref name="source"/> names it in messages.</summary>
    /// <exception cref="InputException">As <see cref="Read"/>.</exception>
    public static TrainingConfig Parse(TextReader text, string source)
    {
        var keys = StrictYaml.Keys(text, source);
        var preset = keys.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: "preset" }).Value is YamlScalarNode { Value: { } name } ? name : Presets.Atat.Preset;
        return ConfigChecks.Check(StrictYaml.Over(Preset(preset), keys, source), source);
    }

    /// <summary>A preset by its name.</summary>
    /// <exception cref="InputException">There is no such preset.</exception>
    public static TrainingConfig Preset(string name) =>
        Presets.All.TryGetValue(name, out var preset)
            ? preset
            : throw new InputException($"Preset '{name}' does not exist; there are {string.Join(", ", Presets.All.Keys.Order(StringComparer.Ordinal))}.");

    /// <summary>Applies overrides of the form <c>key.key=value</c>; lists as <c>[a, b]</c>.</summary>
    /// <exception cref="InputException">An unknown key or a value of the wrong kind.</exception>
    public static TrainingConfig With(TrainingConfig config, IEnumerable<string> overrides) =>
        ConfigChecks.Check(StrictYaml.With(config, overrides), "--set");

    /// <summary>Writes YAML that <see cref="Read"/> gives back.</summary>
    public static string Write(TrainingConfig config) => StrictYaml.Write(config);
}
