using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atat.Metrics;

namespace Atat.Reports.Exports;

/// <summary>Values as the project's JSON files write them: undefined numbers are null.</summary>
internal static class JsonNodes
{
    // Class names with + or quotes stay readable; the files are no HTML.
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A file's text.</summary>
    public static string Text(JsonObject root) => root.ToJsonString(Options) + "\n";

    /// <summary>A node for each item.</summary>
    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    /// <summary>A number; null where it is undefined.</summary>
    public static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>An estimate with its interval.</summary>
    public static JsonObject Interval(Interval interval) => new()
    {
        ["estimate"] = Number(interval.Estimate),
        ["low"] = Number(interval.Low),
        ["high"] = Number(interval.High),
    };
}
