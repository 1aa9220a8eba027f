using System.CommandLine;
using Atat.Formats.Files;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.LightCurves.Summaries;
using Atat.Reports.Figures;

namespace Atat.Cli.Verbs;

/// <summary><c>atat inspect</c>: what a catalog, or one of its objects, holds.</summary>
internal static class InspectVerb
{
    private static readonly Argument<string> CatalogPath = new("CATALOG") { Description = "Catalog to look into." };

    private static readonly Option<string?> Object = new("--object") { Description = "Show one object with its observations.", HelpName = "ID" };

    private static readonly Option<string?> FigurePath = new("--figure") { Description = "Draw the object's light curve, or without --object the number of objects of each class, into a file (.png or .svg).", HelpName = "PATH" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "inspect",
            "Show what a catalog holds: classes, splits, bands, observations, metadata.",
            "atat inspect catalog.parquet",
            "atat inspect catalog.parquet --object 17 --figure 17.png",
            "atat inspect catalog.parquet --object 17 --json")
        {
            CatalogPath, Object, FigurePath, Json,
        };
        verb.SetAction(arguments =>
        {
            var catalog = CatalogFile.Read(arguments.GetValue(CatalogPath)!);
            var index = arguments.GetValue(Object) is { } id ? IndexOf(catalog, id) : -1;
            if (arguments.GetValue(FigurePath) is { } figure)
            {
                (index < 0 ? ClassHistogramFigure.OfClasses(catalog) : LightCurveFigure.Create(catalog[index], catalog.Schema)).Write(figure);
                terminal.Say($"figure: {figure}");
            }

            if (index >= 0)
            {
                ObjectPage.Print(terminal, catalog, index, arguments.GetValue(Json));
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
