using System.Globalization;
using Atat.Reports.FeatureGuides;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary>The features of a preset as a table, one row a feature, or as JSON, one entry a column.</summary>
internal static class FeatureList
{
    /// <summary>Prints it.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="guide">Of one preset.</param>
    /// <param name="bands">Passbands of its columns, as a word.</param>
    /// <param name="isJson">Whether for machines.</param>
    public static void Print(Terminal terminal, FeatureGuide guide, string bands, bool isJson)
    {
        var columns = guide.Columns(guide.Presets[0]);
        if (isJson)
        {
            terminal.PrintJson(columns.Select(c => new { c.Name, Family = c.Family.Name, Feature = c.Feature.Name, c.Band, c.Family.Scope, c.Feature.Formula, c.Feature.Unit, c.Feature.MinimumPoints, c.Feature.Undefined }));
            return;
        }

        var table = Tables.Create("Feature", "family", "of each", "columns", "unit", "points", "undefined");
        table.Columns[0].NoWrap = true;
        foreach (var i in (int[])[1, 2, 4, 6])
        {
            table.Columns[i].Alignment = Justify.Left;
        }

        foreach (var entry in guide.Entries)
        {
            string[] cells = [entry.Feature.Name, entry.Family.Name, FeatureText.Of(entry.Family.Scope), Number(guide.ColumnsOf(entry).Length), entry.Feature.Unit, Number(entry.Feature.MinimumPoints), entry.Feature.Undefined];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        terminal.Print(table);
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"preset {FeatureText.Of(guide.Presets)}: {guide.Sections.Length} families, {columns.Length} columns in {bands}"));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
