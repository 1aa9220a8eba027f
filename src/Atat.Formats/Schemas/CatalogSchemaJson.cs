using System.Text.Json;
using System.Text.Json.Serialization;
using Atat.LightCurves;

namespace Atat.Formats.Schemas;

/// <summary>The JSON form of a <see cref="CatalogSchema"/>: in the metadata of catalog files and in run folders.</summary>
public static class CatalogSchemaJson
{
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The JSON of a schema, in one line.</summary>
    public static string Write(CatalogSchema schema) => JsonSerializer.Serialize(
        new SchemaDocument(
            Version,
            schema.Survey,
            schema.Unit,
            NullIfNaN(schema.ZeroPoint),
            [.. schema.Passbands.Select(b => new PassbandDocument(b.Name, NullIfNaN(b.Wavelength)))],
            [.. schema.Metadata],
            [.. schema.Taxonomy.Entries]),
        Options);

    /// <summary>The schema of a JSON text.</summary>
    /// <param name="json">Text.</param>
    /// <param name="source">Where it is from, for the error message.</param>
    /// <exception cref="InputException">The text is not the JSON of a schema.</exception>
    public static CatalogSchema Read(string json, string source)
    {
        var document = Parse<SchemaDocument>(json, source);
        if (document.Version != Version)
        {
            throw new InputException($"{source}: the schema has version {document.Version}, this program reads version {Version}; use a program that fits the file.");
        }

        Check(document, source);
        return new CatalogSchema(
            document.Survey,
            [.. document.Passbands.Select(b => new Passband(b.Name, b.Wavelength ?? double.NaN))],
            document.Unit,
            document.ZeroPoint ?? double.NaN,
            [.. document.Metadata],
            TaxonomyOf(document.Taxonomy, source));
    }

    /// <summary>Reads a taxonomy file: a JSON array of objects with <c>label</c>, <c>class</c> and, if wanted, <c>branch</c> (transient, stochastic, periodic).</summary>
    /// <exception cref="InputException">It cannot be read, or is not such an array.</exception>
    public static Taxonomy ReadTaxonomy(string path)
    {
        using var reader = new StreamReader(Files.InputFile.OpenRaw(path));
        return TaxonomyOf(Parse<TaxonomyEntry[]>(reader.ReadToEnd(), path), path);
    }

    private static T Parse<T>(string json, string source)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new InputException($"{source}: the JSON is not what it should be: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static void Check(SchemaDocument document, string source)
    {
        if (document.Passbands.Length > byte.MaxValue)
        {
            throw new InputException($"{source}: {document.Passbands.Length} passbands; a survey can have {byte.MaxValue}.");
        }

        CheckUnique(document.Passbands.Select(b => b?.Name), "passband", source);
        CheckUnique(document.Metadata.Select(c => c?.Name), "metadata column", source);
    }

    private static Taxonomy TaxonomyOf(TaxonomyEntry[] entries, string source)
    {
        if (entries.Any(e => e?.Label is null || e.Class is null))
        {
            throw new InputException($"{source}: a row of the taxonomy has no label or no class.");
        }

        try
        {
            return new Taxonomy(entries);
        }
        catch (InputException e)
        {
            throw new InputException($"{source}: {e.Message}", e);
        }
    }

    private static void CheckUnique(IEnumerable<string?> names, string what, string source)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (string.IsNullOrEmpty(name) || !seen.Add(name))
            {
                throw new InputException($"{source}: {what} '{name}' stands twice or has no name.");
            }
        }
    }

    private static double? NullIfNaN(double value) => double.IsFinite(value) ? value : null;

    private sealed record SchemaDocument(
        int Version,
        string Survey,
        BrightnessUnit Unit,
        double? ZeroPoint,
        PassbandDocument[] Passbands,
        MetadataColumn[] Metadata,
        TaxonomyEntry[] Taxonomy);

    private sealed record PassbandDocument(string Name, double? Wavelength);
}
