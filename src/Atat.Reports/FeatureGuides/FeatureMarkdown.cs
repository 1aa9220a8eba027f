using System.Globalization;
using System.Text;
using Atat.Features;

namespace Atat.Reports.FeatureGuides;

/// <summary>A guide as a page of documentation: a section a family, with a table of its features.</summary>
public static class FeatureMarkdown
{
    /// <summary>Formats the page.</summary>
    /// <param name="guide">What to tell.</param>
    /// <param name="bands">The passbands of its columns, as a word: <c>ugrizY</c>.</param>
    /// <param name="command">Command that makes the page.</param>
    public static string Format(FeatureGuide guide, string bands, string command)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Features\n\nMade by `{command}`.\n\n");
        page.Append("A column is named after its feature, with the passband behind `_` where it has one. ");
        page.Append("A value that is undefined is missing: null in Parquet, empty in CSV, never an infinity. `atat features --explain NAME` shows one feature.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"| preset | families | columns in {bands} |\n|---|--:|--:|\n");
        foreach (var preset in guide.Presets)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{FeaturePresets.NameOf(preset)}` | {guide.Sections.Count(s => s.Presets.Contains(preset))} | {guide.Columns(preset).Length} |\n");
        }

        foreach (var section in guide.Sections)
        {
            Add(page, section, guide);
        }

        return page.ToString();
    }

    private static void Add(StringBuilder page, FeatureSection section, FeatureGuide guide)
    {
        var isInAll = section.Presets.Length == guide.Presets.Length;
        var isShared = guide.Sections.Count(s => string.Equals(s.Family.Name, section.Family.Name, StringComparison.Ordinal)) > 1;
        page.Append(CultureInfo.InvariantCulture, $"\n## {Escape(section.Family.Name)}{(isShared ? $" ({FeatureText.Of(section.Presets)})" : "")}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{Escape(section.Family.Description)} {FeatureText.Sentence(section.Family.Scope)}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Source: {Escape(section.Family.Source)}. ");
        page.Append(isInAll ? "In every preset" : $"Only in the preset {FeatureText.Of(section.Presets)}");
        page.Append(section.IsUniform ? ".\n\n" : ", but for what the last column says.\n\n");
        page.Append("| feature | formula | unit | points | undefined |").Append(section.IsUniform ? "\n" : " presets |\n");
        page.Append("|---|---|---|--:|---|").Append(section.IsUniform ? "\n" : "---|\n");
        foreach (var entry in section.Entries)
        {
            var feature = entry.Feature;
            page.Append(CultureInfo.InvariantCulture, $"| `{Cell(feature.Name)}` | {Escape(feature.Formula)} | {Escape(feature.Unit)} | {feature.MinimumPoints} | {Escape(feature.Undefined)} |");
            page.Append(section.IsUniform ? "\n" : $" {FeatureText.Of(entry.Presets)} |\n");
        }
    }

    // Formulas are text; what Markdown or GitHub's formulas would take for marks gets a backslash.
    private static string Escape(string text) =>
        Cell(text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal)
            .Replace("~", "\\~", StringComparison.Ordinal)
            .Replace("$", "\\$", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal));

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
