namespace Atat.Reports.Studies;

/// <summary>Keys of the variants of thesis chapter 4, by which hypotheses and claims name them.</summary>
internal static class StudyKeys
{
    public const string LightCurve = "lc";
    public const string Metadata = "md";
    public const string FeaturesAlone = "feat";
    public const string MetadataFeatures = "md+feat";
    public const string LightCurveMetadata = "lc+md";
    public const string All = "lc+md+feat";
    public const string Forest = "forest";

    private const string Mta = "+mta";

    /// <summary>The variant trained with masked temporal augmentation.</summary>
    public static string WithMta(string key) => key + Mta;

    /// <summary>The key without masked temporal augmentation: variants that share it share a colour.</summary>
    public static string WithoutMta(string key) => key.Replace(Mta, "", StringComparison.Ordinal);

    /// <summary>Whether the variant was trained with masked temporal augmentation.</summary>
    public static bool HasMta(string key) => key.Contains(Mta, StringComparison.Ordinal);

    /// <summary>The key as a part of a file's name.</summary>
    public static string FileName(string key) => string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_'));
}
