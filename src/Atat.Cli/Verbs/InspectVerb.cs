using System.CommandLine;
using Atat.Features.Periodograms;
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

    private static readonly Option<string?> Periodogram = new("--periodogram") { Description = "Search for the object's period and draw the periodogram (.png or .svg).", HelpName = "PATH" };

    private static readonly Option<string?> Folded = new("--folded") { Description = "Draw the object's light curve folded with its period (.png or .svg).", HelpName = "PATH" };

    private static readonly Option<double?> Period = new("--period") { Description = "Fold with this period instead of the one that is found, days.", HelpName = "DAYS" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "inspect",
            "Show what a catalog holds: classes, splits, bands, observations, metadata.",
            "atat inspect catalog.parquet",
            "atat inspect catalog.parquet --object 17 --figure 17.png",
            "atat inspect catalog.parquet --object 17 --periodogram power.png --folded folded.png",
            "atat inspect catalog.parquet --object 17 --json")
        {
            CatalogPath, Object, FigurePath, Periodogram, Folded, Period, PeriodOptions.Shortest, PeriodOptions.Longest, PeriodOptions.Harmonics, PeriodOptions.MostHarmonics, Json,
        };
        verb.Validators.Add(PeriodOptions.Validate);
        verb.Validators.Add(result =>
        {
            var searches = (result.GetValue(Periodogram) ?? result.GetValue(Folded)) is not null;
            if (result.GetValue(Object) is null && searches)
            {
                result.AddError("--periodogram and --folded need --object");
            }

            foreach (var option in (Option[])[PeriodOptions.Shortest, PeriodOptions.Longest, PeriodOptions.Harmonics, PeriodOptions.MostHarmonics])
            {
                if (!searches && result.GetResult(option) is { Implicit: false })
                {
                    result.AddError($"{option.Name} goes with --periodogram or --folded");
                }
            }

            if (result.GetValue(Folded) is null && result.GetResult(Period) is not null)
            {
                result.AddError("--period goes with --folded");
            }

            if (result.GetResult(Period) is { } period && !period.Errors.Any() && !(result.GetValue(Period) > 0 && double.IsFinite(result.GetValue(Period)!.Value)))
            {
                result.AddError("--period must be above 0 and finite");
            }
        });
        verb.SetAction(arguments =>
        {
            var catalog = CatalogFile.Read(arguments.GetValue(CatalogPath)!);
            var index = arguments.GetValue(Object) is { } id ? IndexOf(catalog, id) : -1;
            if (arguments.GetValue(FigurePath) is { } figure)
            {
                (index < 0 ? ClassHistogramFigure.OfClasses(catalog) : LightCurveFigure.Create(catalog[index], catalog.Schema)).Write(figure);
                terminal.Say($"figure: {figure}");
            }

            if (index >= 0 && (arguments.GetValue(Periodogram) ?? arguments.GetValue(Folded)) is not null)
            {
                ShowPeriod(terminal, catalog, index, arguments);
            }
            else if (index >= 0)
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

    private static void ShowPeriod(Terminal terminal, Catalog catalog, int index, ParseResult arguments)
    {
        var item = catalog[index];
        var finder = new PeriodFinder(catalog.Schema, PeriodOptions.Of(arguments));
        var found = finder.Search(item);
        var title = item.Label is null ? item.Id : $"{item.Id}: {item.Label}";
        if (arguments.GetValue(Periodogram) is { } periodogram)
        {
            PeriodogramFigure.Create(finder.Periodogram, title).Write(periodogram);
            terminal.Say($"figure: {periodogram}");
        }

        var period = arguments.GetValue(Period) ?? found.Period;
        if (arguments.GetValue(Folded) is { } folded)
        {
            if (double.IsNaN(period))
            {
                throw new InputException($"Object '{item.Id}' has no period that a search finds; give --period to fold it.");
            }

            LightCurveFigure.Folded(item, catalog.Schema, period).Write(folded);
            terminal.Say($"figure: {folded}");
        }

        ObjectPeriod.Print(terminal, item.Id, found, finder.Periodogram, catalog.Schema, arguments.GetValue(Json));
    }

    private static int IndexOf(Catalog catalog, string id)
    {
        var index = catalog.Ids.IndexOf(id);
        if (index >= 0)
        {
            return index;
        }

        throw new InputException($"The catalog has no object '{id}'{NearestName.Hint(id, catalog.Ids.ToArray())}");
    }
}
