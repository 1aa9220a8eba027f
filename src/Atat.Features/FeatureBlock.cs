namespace Atat.Features;

/// <summary>Features of one family that stand together in the order of columns: for each band all of them.</summary>
/// <param name="Family">The family.</param>
/// <param name="First">The first of the family's features.</param>
/// <param name="Count">How many.</param>
/// <param name="Suffix">What the name of each is followed by.</param>
internal sealed record FeatureBlock(FeatureFamily Family, int First, int Count, string Suffix = "")
{
    /// <summary>All features of a family.</summary>
    public static FeatureBlock Of(FeatureFamily family, string suffix = "") => new(family, 0, family.Features.Length, suffix);

    /// <summary>Number of values for a survey.</summary>
    public int Width(int bandCount) => Count * Family.Scope switch
    {
        FeatureScope.Band => bandCount,
        FeatureScope.BandPair => Math.Max(0, bandCount - 1),
        _ => 1,
    };
}
