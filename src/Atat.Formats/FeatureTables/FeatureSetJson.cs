using System.Text.Encodings.Web;
using System.Text.Json;
using Atat.LightCurves;

namespace Atat.Formats.FeatureTables;

/// <summary>The JSON form of a <see cref="FeatureSet"/>, in the metadata of feature files.</summary>
internal static class FeatureSetJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON of a set, in one line.</summary>
    public static string Write(FeatureSet set) => JsonSerializer.Serialize(set, Options);

    /// <summary>The set of a JSON text.</summary>
    /// <param name="json">Text.</param>
    /// <param name="source">Where it is from, for the error message.</param>
    /// <exception cref="InputException">The text is not the JSON of a set.</exception>
    public static FeatureSet Read(string json, string source)
    {
        try
        {
            var set = JsonSerializer.Deserialize<FeatureSet>(json, Options);
            return set is null || set.Features.IsDefault || set.Features.Any(string.IsNullOrEmpty) ? throw new JsonException("it names no features") : set;
        }
        catch (JsonException e)
        {
            throw new InputException($"{source}: '{FeatureFile.SetKey}' in its metadata is damaged: {e.Message.ReplaceLineEndings(" ")}; compute the features again.", e);
        }
    }
}
