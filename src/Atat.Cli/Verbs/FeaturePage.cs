using System.Globalization;
using Atat.Features;
using Atat.Reports.FeatureGuides;

namespace Atat.Cli.Verbs;

/// <summary>What one feature is.</summary>
internal static class FeaturePage
{
    /// <summary>Prints it, once for each definition that the presets have of it.</summary>
    public static void Print(Terminal terminal, FeatureGuide guide, string name, bool isJson)
    {
        var found = guide.Find(name);
        if (isJson)
        {
            terminal.PrintJson(found.Select(e => new
            {
                e.Feature.Name,
                Family = e.Family.Name,
                e.Family.Description,
                e.Family.Source,
                e.Family.Scope,
                e.Feature.Formula,
                e.Feature.Unit,
                e.Feature.MinimumPoints,
                e.Feature.Undefined,
                Presets = e.Presets.Select(FeaturePresets.NameOf),
                Columns = guide.ColumnsOf(e),
            }));
            return;
        }

        for (var i = 0; i < found.Length; i++)
        {
            if (i > 0)
            {
                terminal.Print(string.Empty);
            }

            Print(terminal, guide, found[i]);
        }
    }

    private static void Print(Terminal terminal, FeatureGuide guide, FeatureEntry entry)
    {
        terminal.Print(entry.Feature.Name);
        foreach (var (what, text) in new[]
        {
            ("formula", entry.Feature.Formula),
            ("unit", entry.Feature.Unit),
            ("of each", FeatureText.Of(entry.Family.Scope)),
            ("columns", string.Join(' ', guide.ColumnsOf(entry))),
            ("points", string.Create(CultureInfo.InvariantCulture, $"at least {entry.Feature.MinimumPoints}")),
            ("undefined", entry.Feature.Undefined),
            ("family", $"{entry.Family.Name}: {entry.Family.Description}"),
            ("source", entry.Family.Source),
            ("presets", FeatureText.Of(entry.Presets)),
        })
        {
            terminal.Print($"  {what,-9}  {text}");
        }
    }
}
