using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Atat.Formats.Files;
using Atat.LightCurves;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Atat.Training.Configuration;

/// <summary>Records as YAML. Strict: a key that does not exist is an error that names the nearest one.</summary>
internal static class StrictYaml
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parse">Reads its text; the second argument names it in messages.</param>
    /// <exception cref="InputException">The file cannot be read, or its text is refused.</exception>
    public static T Read<T>(string path, Func<TextReader, string, T> parse)
    {
        try
        {
            using var reader = new StreamReader(path);
            return parse(reader, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>The keys of a text; none where it is empty.</summary>
    /// <exception cref="InputException">It is no YAML, or no mapping.</exception>
    public static YamlMappingNode Keys(TextReader text, string source) => Load(text, source) switch
    {
        null => new YamlMappingNode(),
        YamlMappingNode root => root,
        _ => throw new InputException($"{source}: a configuration is a mapping of keys to values."),
    };

    /// <summary>Lays keys over a record.</summary>
    /// <exception cref="InputException">An unknown key or a value of the wrong kind.</exception>
    public static T Over<T>(T start, YamlMappingNode keys, string source)
    {
        var node = ToNode(start);
        Overlay(node, keys, "", source);
        return FromNode<T>(node, source);
    }

    /// <summary>Applies overrides of the form <c>key.key=value</c>; lists as <c>[a, b]</c>.</summary>
    /// <exception cref="InputException">An unknown key or a value of the wrong kind.</exception>
    public static T With<T>(T config, IEnumerable<string> overrides)
    {
        var node = ToNode(config);
        foreach (var setting in overrides)
        {
            var (path, value) = setting.IndexOf('=', StringComparison.Ordinal) is var at and > 0
                ? (setting[..at], setting[(at + 1)..])
                : throw new InputException($"--set {setting}: write key=value, for example seed=2.");
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

        return FromNode<T>(node, "--set");
    }

    /// <summary>Writes YAML that is read back the same.</summary>
    public static string Write<T>(T config)
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

    private static JsonObject ToNode<T>(T config) => (JsonObject)JsonSerializer.SerializeToNode(config, Options)!;

    private static T FromNode<T>(JsonObject node, string source)
    {
        try
        {
            return node.Deserialize<T>(Options)!;
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
        YamlSequenceNode list when old is JsonArray => new JsonArray([.. list.Children.Select(c => Scalar(c, path, file, asText: path is "inputs" or "data.metadata" or "data.feature_columns"))]),
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
