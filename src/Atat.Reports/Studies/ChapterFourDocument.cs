using System.Collections.Immutable;
using System.Globalization;
using Atat.Reports.Documents;
using Atat.Reports.Figures;

namespace Atat.Reports.Studies;

/// <summary>The report of a study of chapter 4.</summary>
internal static class ChapterFourDocument
{
    public static Document Of(ChapterFourSummary summary, StudyTimes times, StudyContext context) => new()
    {
        Title = "Light curves, tabular data, or both",
        Lead = $"Variants of the network and ensembles of trees on the test objects of {context.Catalog}, cut at days since the first detection: the comparisons of chapter 4 of the thesis, decided by this study's numbers.",
        Facts =
        [
            ("Catalog", context.Catalog), ("Data hash", context.CatalogHash), ("Command", context.Command), ("Version", context.ProgramVersion),
            ("Date", context.Date?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? ""),
        ],
        Notes = summary.Notes,
        Sections =
        [
            new("variants", "All variants", VariantTable.Of(summary)) { Wide = true },
            new("days", "Macro F1 by day (figure 4.3)", Curves(CurveFigures.Of(summary))),
            new("hypothesis", "Do both kinds of data classify better than one? (H2)", new TextBlock(summary.Hypothesis.Conclusion), HypothesisTable.Of(summary)) { Wide = true },
            new("claims", "What the thesis says, and what is found here", new TextBlock(ClaimTable.Count(summary)), ClaimTable.Of(summary)) { Wide = true },
            new("classes", "Classes (table 4.1)", Classes(summary)) { Wide = true },
            new("confusion", "Confusion matrices (figure 4.4)", Confusion(summary, context)) { Wide = true },
            new("ablation", "Parts of the network", Panel(summary, StudyPanel.Ablation, "f1_ablation")),
            new("imbalance", "Rare classes", Panel(summary, StudyPanel.Imbalance, "f1_imbalance")) { Wide = true },
            new("times", "Time (table 4.2)", TimeTable.Of(times)),
            new("data", "Objects (figure 4.2)", Data(context)),
        ],
    };

    private static ImmutableArray<DocumentBlock> Curves(ImmutableArray<NamedFigure> figures) => figures.IsEmpty ? [] :
    [
        new FigureBlock(figures, "Macro F1 of light curves cut at days since the first detection. Dashed: trained with masked temporal augmentation (MTA). Bands: standard deviation over folds, or the 95 % bootstrap interval of a single fold."),
    ];

    private static ImmutableArray<DocumentBlock> Classes(ChapterFourSummary summary)
    {
        VariantSummary[] headline = [.. summary.Variants.Where(v => v.Variant.Headline && v.At(summary.Whole) is not null)];
        return headline.Length == 0 ? [] : [ClassTable.Of(summary, headline), .. ThesisTable.Of(summary) is { } beside ? [beside] : ImmutableArray<DocumentBlock>.Empty];
    }

    private static ImmutableArray<DocumentBlock> Confusion(ChapterFourSummary summary, StudyContext context)
    {
        var shown = summary.Variants
            .Where(v => v.At(summary.Whole) is not null && (v.Variant.Key == StudyKeys.Forest || (v.Variant.Headline && v.Variant.Panel != StudyPanel.Trees)))
            .Select((v, i) => ($"({(char)('a' + i)}) {v.Variant.Title}", v.At(summary.Whole)!.Confusion)).ToArray();
        return shown.Length == 0 ? [] :
        [
            ConfusionBlocks.Of(shown, summary.Classes, context.Taxonomy, "Whole light curves, summed over folds. Rows are the true class, columns the predicted one; percent of the row, 0.5 % and less left blank."),
        ];
    }

    private static ImmutableArray<DocumentBlock> Panel(ChapterFourSummary summary, StudyPanel panel, string name)
    {
        ImmutableArray<NamedFigure> figures = [.. CurveFigures.Panel(summary, name, "", panel, v => v == summary.Reference?.Variant)];
        var rows = summary.Ablations.Where(row => row.Variant.Panel == panel).ToArray();
        return [.. Curves(figures), .. rows.Length == 0 ? ImmutableArray<DocumentBlock>.Empty : [AblationTable.Of(summary, rows)], .. Rare(summary, panel, rows)];
    }

    private static ImmutableArray<DocumentBlock> Rare(ChapterFourSummary summary, StudyPanel panel, AblationRow[] rows) =>
        panel == StudyPanel.Imbalance && RareClassTable.Of(summary, rows) is { } table ? [table] : [];

    private static ImmutableArray<DocumentBlock> Data(StudyContext context) => context.Classes.IsEmpty ? [] :
    [
        new FigureBlock(
            [new NamedFigure("classes", "", ClassHistogramFigure.OfTrainingAndTest([.. context.Classes.Select(c => (c.Name, c.Training, c.Test))]))],
            string.Create(CultureInfo.InvariantCulture, $"Objects of each class, logarithmic: {context.Classes.Sum(c => c.Training):N0} in training, all folds together, {context.Classes.Sum(c => c.Test):N0} in the test.")),
    ];
}
