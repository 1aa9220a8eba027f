using System.Text.Json;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

/// <summary>Optional reference numbers of representation learning: arrays of doubles with a shape, null for NaN.</summary>
internal static class ReferenceArrays
{
    public static JsonElement Load(string file) =>
        JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "representation", file))).RootElement;

    public static JsonElement At(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (e, name) => e.GetProperty(name));

    public static Tensor Array(this JsonElement element, params string[] path)
    {
        var array = element.At(path);
        var data = array.GetProperty("data").EnumerateArray().Select(Number).ToArray();
        return tensor(data, array.GetProperty("shape").EnumerateArray().Select(x => x.GetInt64()).ToArray());
    }

    private static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.Null => double.NaN,
        _ => element.GetString() == "inf" ? double.PositiveInfinity : double.NegativeInfinity,
    };
}
