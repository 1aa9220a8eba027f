using System.Text.Json;

namespace Atat.Metrics.Tests;

/// <summary>The optional reference values of calibration and metrics, and of what is done with embeddings.</summary>
internal static class ReferenceFile
{
    public static JsonElement Load(string file = "calibration.json") =>
        JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "representation", file))).RootElement;

    public static double[] Doubles(JsonElement element) => [.. Data(element).Select(x => x.GetDouble())];

    public static int[] Ints(JsonElement element) => [.. Data(element).Select(x => x.GetInt32())];

    private static IEnumerable<JsonElement> Data(JsonElement element) =>
        (element.ValueKind == JsonValueKind.Array ? element : element.GetProperty("data")).EnumerateArray();
}
