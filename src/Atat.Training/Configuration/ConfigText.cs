using System.Collections.Immutable;
using Atat.LightCurves;
using YamlDotNet.RepresentationModel;

namespace Atat.Training.Configuration;

/// <summary>A configuration of any kind of model as plain settings, to show and to compare.</summary>
public static class ConfigText
{
    private const int Deepest = 16;

    /// <summary>Full keys, as <c>window.mta</c>, and their values, in the order of the text; lists as <c>[a, b]</c>.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="source">Names it in messages.</param>
    /// <exception cref="InputException">The text is no YAML, or no mapping of keys to values.</exception>
    public static ImmutableArray<KeyValuePair<string, string>> Settings(string text, string source) => StrictYaml.Load(new StringReader(text), source) switch
    {
        null => [],
        YamlMappingNode root => [.. Flatten(root, "", 0, source)],
        _ => throw new InputException($"{source}: a configuration is a mapping of keys to values."),
    };

    private static IEnumerable<KeyValuePair<string, string>> Flatten(YamlMappingNode node, string prefix, int depth, string source) =>
        node.Children.SelectMany(child => child.Value is YamlMappingNode group
            ? Flatten(group, $"{prefix}{Value(child.Key, depth, source)}.", depth + 1, source)
            : [KeyValuePair.Create(prefix + Value(child.Key, depth, source), Value(child.Value, depth, source))]);

    // A text may refer to itself, without end.
    private static string Value(YamlNode node, int depth, string source) => node switch
    {
        _ when depth > Deepest => throw new InputException($"{source}: settings lie deeper than {Deepest} levels; restore it from a copy of the run."),
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(child => Value(child, depth + 1, source)))}]",
        YamlMappingNode map => $"{{{string.Join(", ", map.Children.Select(child => $"{Value(child.Key, depth + 1, source)}: {Value(child.Value, depth + 1, source)}"))}}}",
        _ => node.ToString(),
    };
}
