using System.Collections.Immutable;

namespace Atat.Training.Studies;

/// <summary>One classifier that a study compares.</summary>
/// <param name="Key">Short name, as in options and folders: <c>lc+md+mta</c>.</param>
/// <param name="Title">Name in tables and figures: LC + MD + MTA.</param>
/// <param name="Model">Kind of classifier.</param>
/// <param name="Inputs">What it reads: <c>lc</c>, <c>md</c>, <c>feat</c>.</param>
/// <param name="Mta">Whether light curves are cut at random days in training.</param>
/// <param name="Settings">Further settings of its configuration, as <c>key=value</c>.</param>
public sealed record Variant(string Key, string Title, StudyModel Model, ImmutableArray<string> Inputs, bool Mta, ImmutableArray<string> Settings)
{
    /// <summary>Whether it reads features.</summary>
    public bool ReadsFeatures => Inputs.Contains("feat");

    /// <summary>A network by its key, inputs first.</summary>
    internal static Variant Network(string key, params ImmutableArray<string> settings)
    {
        var parts = key.Split('+');
        return new Variant(key, string.Join(" + ", parts.Select(Word)), StudyModel.Network, [.. parts.Where(p => p is "lc" or "md" or "feat")], parts.Contains("mta", StringComparer.Ordinal), settings);
    }

    private static string Word(string part) => part switch
    {
        "lc" or "md" or "mta" => part.ToUpperInvariant(),
        "feat" => "Features",
        "raw" => "no quantiles",
        "sequence" => "one sequence",
        "focal" => "focal loss",
        "weights" => "class weights",
        "logit" => "logit adjustment",
        "augment" => "rare augmented",
        _ => part,
    };
}
