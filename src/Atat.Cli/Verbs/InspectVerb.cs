using System.CommandLine;
using Atat.Formats.Files;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.LightCurves.Summaries;

namespace Atat.Cli.Verbs;

/// <summary><c>atat inspect</c>: what a catalog, or one of its objects, holds.</summary>
internal static class InspectVerb
{
    private static readonly Argument<string> CatalogPath = new("CATALOG") { Description = "Catalog to look into." };

    private static readonly Option<string?> Object = new("--object") { Description = "Show one object with its observations.", HelpName = "ID" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "inspect",
            "Show what a catalog holds: classes, splits, bands, observations, metadata.",
            "atat inspect catalog.parquet",
            "atat inspect catalog.parquet --object 17 --json")
        {
            CatalogPath, Object, Json,
        };
        verb.SetAction(arguments =>
        {
            var catalog = CatalogFile.Read(arguments.GetValue(CatalogPath)!);
            if (arguments.GetValue(Object) is { } id)
            {
                ObjectPage.Print(terminal, catalog, IndexOf(catalog, id), arguments.GetValue(Json));
            }
            else if (arguments.GetValue(Json))
            {
                terminal.PrintJson(CatalogSummary.Of(catalog));
            }
            else
            {
                CatalogPage.Print(terminal, CatalogSummary.Of(catalog));
            }
        });
        return verb;
    }

    private static int IndexOf(Catalog catalog, string id)
    {
        var index = catalog.Ids.IndexOf(id);
        if (index >= 0)
        {
            return index;
        }

        var near = NearestName.Of(id, catalog.Ids.ToArray());
        throw new InputException($"The catalog has no object '{id}'{(near is null ? "." : $"; did you mean '{near}'?")}");
    }
}
