using System.Collections.Immutable;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Reports.Studies;

namespace Atat.Reports.Tests.Studies;

/// <summary>Studies of predictions whose skill is known.</summary>
internal static class SyntheticStudy
{
    public static readonly StudyContext Context = new() { Catalog = "synthetic.parquet", Days = [8, 16, 32, 64, 128, 256, 512, 1024, 2048] };

    /// <summary>The thesis's eleven networks, a forest, boosted trees, one ablation and one treatment of rare classes.</summary>
    public static ImmutableArray<StudyVariant> Variants { get; } =
    [
        new("lc", "LC", StudyPanel.LightCurve, false),
        new("lc+mta", "LC + MTA", StudyPanel.LightCurve, false),
        new("md", "MD", StudyPanel.Tabular, false),
        new("feat", "Features", StudyPanel.Tabular, false),
        new("feat+mta", "Features + MTA", StudyPanel.Tabular, false),
        new("md+feat", "MD + Features", StudyPanel.Tabular, false),
        new("md+feat+mta", "MD + Features + MTA", StudyPanel.Tabular, false),
        new("lc+md", "LC + MD", StudyPanel.Combined, false),
        new("lc+md+mta", "LC + MD + MTA", StudyPanel.Combined, true),
        new("lc+md+feat", "LC + MD + Features", StudyPanel.Combined, false),
        new("lc+md+feat+mta", "LC + MD + Features + MTA", StudyPanel.Combined, true),
        new("forest", "Random forest (MD + Features)", StudyPanel.Trees, true),
        new("boosted", "Boosted trees (MD + Features)", StudyPanel.Trees, false),
        new("lc+md+mta/mean", "LC + MD + MTA, mean pooling", StudyPanel.Ablation, false),
        new("lc+md+mta/weighted", "LC + MD + MTA, weighted loss", StudyPanel.Imbalance, false),
    ];

    /// <summary>How well each variant does in <see cref="Runs"/>.</summary>
    public static double Skill(string key) => key switch
    {
        "md" => 0.35,
        "lc" or "feat" => 0.6,
        "lc+mta" or "feat+mta" => 0.75,
        "md+feat" or "boosted" => 0.8,
        "md+feat+mta" or "forest" => 0.9,
        "lc+md" or "lc+md+feat" => 1.1,
        _ => 1.3,
    };

    /// <summary>A run; the same seed gives objects the same difficulty.</summary>
    public static StudyRun Run(string variant, Catalog catalog, double skill, int fold = 0, int seed = 1) => new()
    {
        Variant = variant,
        Fold = fold,
        Predictions = Synthetic.Predictions(catalog, seed, skill),
        ValidationMacroF1 = 0.5 + (0.2 * skill),
        ObjectsSeen = variant is "forest" or "boosted" ? 0 : 640_000,
        TrainingObjects = 4 * catalog.Count,
        TrainingSeconds = variant is "forest" or "boosted" ? 40 : 5400,
    };

    /// <summary>Runs of all variants.</summary>
    public static ImmutableArray<StudyRun> Runs(Catalog catalog, int folds) =>
        [.. from variant in Variants
            from fold in Enumerable.Range(0, folds)
            select Run(variant.Key, catalog, Skill(variant.Key), fold, 1 + fold + (10 * Variants.IndexOf(variant)))];

    /// <summary>Predictions of the objects that a condition keeps.</summary>
    public static PredictionTable Keep(PredictionTable table, Func<int, bool> row)
    {
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(row)];
        return new PredictionTable(
            table.Classes,
            [.. rows.Select(i => table.ObjectIds[i])],
            [.. rows.Select(i => table.Days[i])],
            [.. rows.Select(i => table.Labels[i])],
            [.. rows.SelectMany(i => table.Row(i).ToArray())]);
    }

    /// <summary>The same predictions with the classes in the opposite order.</summary>
    public static PredictionTable Turned(PredictionTable table) => new(
        [.. table.Classes.Reverse()],
        table.ObjectIds,
        table.Days,
        table.Labels,
        [.. Enumerable.Range(0, table.Count).SelectMany(i => table.Row(i).ToArray().Reverse())]);
}
