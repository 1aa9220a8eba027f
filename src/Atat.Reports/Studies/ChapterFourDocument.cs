using System.Globalization;
using Atat.Reports.Documents;

namespace Atat.Reports.Studies;

/// <summary>The report of a study of chapter 4.</summary>
internal static class ChapterFourDocument
{
    public static Document Of(ChapterFourSummary summary, StudyTimes times, StudyContext context)
    {
        VariantSummary[] headline = [.. summary.Variants.Where(v => v.Variant.Headline && v.At(summary.Whole) is not null)];
        return new Document
        {
            Title = "Light curves, tabular data, or both",
            Lead = $"Variants of the network and tree ensembles on the test objects of {context.Catalog}, at days since the first detection: the comparisons of chapter 4 of the thesis.",
            Facts =
            [
                ("Catalog", context.Catalog), ("Data hash", context.CatalogHash), ("Command", context.Command), ("Version", context.ProgramVersion),
                ("Date", context.Date?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? ""),
            ],
            Notes = summary.Notes,
            Sections =
            [
                new("variants", "All variants", VariantTable.Of(summary)),
                new("days", "Macro F1 by day (figure 4.3)", Curves(summary)),
                new("classes", "Classes (table 4.1)", headline.Length == 0 ? [] : [ClassTable.Of(summary, headline)]) { Wide = true },
            ],
        };
    }

    private static FigureBlock Curves(ChapterFourSummary summary) => new(
        CurveFigures.Of(summary),
        "Macro F1 of light curves cut at days since the first detection. Dashed: trained with masked temporal augmentation (MTA). Bands: standard deviation over folds, or the 95 % bootstrap interval of a single fold.");
}
