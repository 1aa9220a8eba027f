using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Atat.Formats.Files;
using Atat.LightCurves;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Atat.Training.Configuration;

/// <summary>
/// Reads and writes <see cref="TrainingConfig"/> as YAML. Strict: a key that does not exist is an error that names the nearest one.
/// </summary>
public static class ConfigFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>Reads a file over its preset (the key <c>preset</c>, else ours).</summary>
    /// <exception cref="InputException">The file cannot be read, is no YAML, or has an unknown key or a value of the wrong kind.</exception>
    public static TrainingConfig Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Parse(reader, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Reads YAML text; <paramref name="source"/> names it in messages.</summary>
    /// <exception cref="InputException">As <see cref="Read"/>.</exception>
    public static TrainingConfig Parse(TextReader text, string source)
    {
        if (Load(text, source) is not { } document)
        {
            return Presets.Atat;
        }

        if (document is not YamlMappingNode root)
        {
            throw new InputException($"{source}: a configuration is a mapping of keys to values.");
        }

        var preset = root.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: "preset" }).Value is YamlScalarNode { Value: { } name } ? name : "atat";
        var node = ToNode(Preset(preset));
        Overlay(node, root, "", source);
        return FromNode(node, source);
    }

    /// <summary>A preset by its name.</summary>
    /// <exception cref="InputException">There is no such preset.</exception>
    public static TrainingConfig Preset(string name) =>
        Presets.All.TryGetValue(name, out var preset)
            ? preset
            : throw new InputException($"Preset '{name}' does not exist; there are {string.Join(", ", Presets.All.Keys.Order(StringComparer.Ordinal))}.");

    /// <summary>Applies overrides of the form <c>key.key=value</c>; lists as <c>[a, b]</c>.</summary>
    /// <exception cref="InputException">An unknown key or a value of the wrong kind.</exception>
    public static TrainingConfig With(TrainingConfig config, IEnumerable<string> overrides)
    {
        var node = ToNode(config);
        foreach (var setting in overrides)
        {
            var (path, value) = setting.IndexOf('=', StringComparison.Ordinal) is var at and > 0
                ? (setting[..at], setting[(at + 1)..])
                : throw new InputException($"--set {setting}: write key=value, for example optimiser.learning_rate=2e-4.");
            var parsed = Load(new StringReader(value), $"--set {setting}") ?? new YamlScalarNode("");
            var parent = node;
            var keys = path.Split('.');
            for (var i = 0; i + 1 < keys.Length; i++)
            {
                RequireKey(parent, keys[i], string.Join('.', keys[..i]), "--set");
                parent = parent[keys[i]] as JsonObject ?? throw new InputException($"--set {setting}: '{string.Join('.', keys[..(i + 1)])}' holds a value, not further keys.");
            }

            Assign(parent, keys[^1], parsed, string.Join('.', keys[..^1]), "--set");
        }

        return FromNode(node, "--set");
    }

    /// <summary>Writes YAML that <see cref="Read"/> gives back.</summary>
    public static string Write(TrainingConfig config)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Write(writer, ToNode(config), 0);
        return writer.ToString();
    }

    // The library's scanner throws other kinds than its own on some damaged texts.
    internal static YamlNode? Load(TextReader text, string source)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(text);
        }
        catch (YamlException e)
        {
            throw new InputException($"{source} line {e.Start.Line}: {e.Message.ReplaceLineEndings(" ")}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InputException($"{source}: not YAML: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        return yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode;
    }

    private static JsonObject ToNode(TrainingConfig config) => (JsonObject)JsonSerializer.SerializeToNode(config, Options)!;

    private static TrainingConfig FromNode(JsonObject node, string source)
    {
        try
        {
            return ConfigChecks.Check(node.Deserialize<TrainingConfig>(Options)!, source);
        }
        catch (JsonException e)
        {
            throw new InputException($"{source}: the value of '{e.Path?.TrimStart('$', '.')}' is of the wrong kind.", e);
        }
    }

    private static void Overlay(JsonObject target, YamlMappingNode source, string path, string file)
    {
        foreach (var (keyNode, value) in source.Children)
        {
            Assign(target, ((keyNode as YamlScalarNode)?.Value) ?? "", value, path, file);
        }
    }

    private static void Assign(JsonObject target, string key, YamlNode value, string path, string file)
    {
        RequireKey(target, key, path, file);
        var full = path.Length == 0 ? key : $"{path}.{key}";
        if (target[key] is JsonObject group)
        {
            Overlay(group, value as YamlMappingNode ?? throw new InputException($"{file}: '{full}' holds further keys, not a value."), full, file);
        }
        else
        {
            target[key] = Value(value, target[key], full, file);
        }
    }

    private static void RequireKey(JsonObject target, string key, string path, string file)
    {
        if (!target.ContainsKey(key))
        {
            var prefix = path.Length == 0 ? "" : path + ".";
            var nearest = NearestName.Of(key, target.Select(p => p.Key));
            throw new InputException($"{file}: there is no key '{prefix}{key}'" + (nearest is null ? $"; there are {string.Join(", ", target.Select(p => prefix + p.Key))}." : $"; did you mean '{prefix}{nearest}'?"));
        }
    }

    private static JsonNode Value(YamlNode node, JsonNode? old, string path, string file) => node switch
    {
        YamlSequenceNode list when old is JsonArray => new JsonArray([.. list.Children.Select(c => Scalar(c, path, file, asText: path is "inputs" or "data.metadata"))]),
        YamlScalarNode scalar when old is not JsonArray => Scalar(scalar, path, file, asText: old?.GetValueKind() == JsonValueKind.String),
        _ => throw new InputException($"{file}: '{path}' takes {(old is JsonArray ? "a list such as [a, b]" : "a single value")}."),
    };

    private static JsonValue Scalar(YamlNode node, string path, string file, bool asText)
    {
        var text = (node as YamlScalarNode)?.Value ?? throw new InputException($"{file}: '{path}' takes plain values.");
        if (asText)
        {
            return JsonValue.Create(text);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number == Math.Truncate(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
        }

        return text switch { "true" => JsonValue.Create(value: true), "false" => JsonValue.Create(value: false), _ => JsonValue.Create(text) };
    }

    private static void Write(TextWriter writer, JsonObject node, int depth)
    {
        foreach (var (key, value) in node)
        {
            writer.Write(new string(' ', 2 * depth));
            writer.Write(key);
            writer.Write(':');
            if (value is JsonObject group)
            {
                writer.WriteLine();
                Write(writer, group, depth + 1);
            }
            else
            {
                // JSON scalars and flow lists are YAML.
                writer.WriteLine(" " + (value is JsonArray list ? $"[{string.Join(", ", list.Select(v => v!.ToJsonString()))}]" : value!.ToJsonString()));
            }
        }
    }
}
