using System.CommandLine;
using System.Globalization;
using Atat.Features.Periodograms;
using Atat.Formats.FeatureTables;
using Atat.Formats.Files;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat period</c>: the periods of a catalog's objects.</summary>
internal static class PeriodVerb
{
    private static readonly Argument<string> CatalogPath = new("CATALOG") { Description = "Catalog to search." };

    private static readonly Option<string?> Out = new("--out", "-o") { Description = "Table to write, one row an object: Parquet, or CSV where the name ends in .csv.", HelpName = "PATH" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "period",
            "Search for the period of every object by multi-band analysis of variance; compare with the catalog's periods where it has some.",
            "atat period catalog.parquet --out periods.parquet",
            "atat period catalog.parquet --shortest 0.2 --longest 100 --out periods.csv",
            "atat period catalog.parquet --harmonics 3 --json")
        {
            CatalogPath, Out, PeriodOptions.Shortest, PeriodOptions.Longest, PeriodOptions.Harmonics, PeriodOptions.MostHarmonics, DeviceOptions.Threads, Json,
        };
        verb.Validators.Add(PeriodOptions.Validate);
        verb.SetAction((arguments, cancellation) => Task.Run(() => Run(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Run(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        if (arguments.GetValue(Out) is { } place)
        {
            OutputFile.CheckPlace(place, arguments.GetValue(CatalogPath)!);
        }

        var catalog = CatalogFile.Read(arguments.GetValue(CatalogPath)!, new ShareLog(terminal, "reading"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var found = CatalogPeriods.Search(catalog, PeriodOptions.Of(arguments), arguments.GetValue(DeviceOptions.Threads), new ShareLog(terminal, "searching"), cancellation);
        if (arguments.GetValue(Out) is { } path)
        {
            FeatureFile.Write(path, TableOf(catalog, found));
            terminal.Say($"periods: {path}");
        }

        var agreement = Compare(catalog, found);
        if (arguments.GetValue(Json))
        {
            terminal.PrintJson(new { Objects = catalog.Count, Found = found.Count(f => double.IsFinite(f.Period)), Seconds = clock.Elapsed.TotalSeconds, Agreement = agreement });
            return;
        }

        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{catalog.Count:N0} objects, {found.Count(f => double.IsFinite(f.Period)):N0} with a period, {catalog.Count / clock.Elapsed.TotalSeconds:N0} objects/s"));
        if (agreement.Count > 0)
        {
            Print(terminal, agreement);
        }
    }

    private static FeatureTable TableOf(Catalog catalog, FoundPeriod[] found) => new(
        new FeatureSet(catalog.Schema.Survey, null, false, ["period", "power", "points"]),
        catalog.Ids.ToArray(),
        [.. found.Select(_ => Window.WholeLightCurve)],
        [[.. found.Select(f => f.Period)], [.. found.Select(f => f.Power)], [.. found.Select(f => (double)f.Points)]]);

    private static IReadOnlyList<PeriodAgreement> Compare(Catalog catalog, FoundPeriod[] found)
    {
        var column = catalog.Schema.MetadataIndex(MetadataRole.Period);
        if (column < 0)
        {
            return [];
        }

        var taxonomy = catalog.Schema.Taxonomy;
        return PeriodAgreement.Of(Enumerable.Range(0, catalog.Count).Select(i =>
        {
            var label = catalog.Labels[i];
            var index = label is null ? -1 : taxonomy.ClassOf(label);
            return (index < 0 ? label ?? "no label" : taxonomy.Classes[index], (double)catalog[i].Metadata[column], found[i].Period);
        }));
    }

    private static void Print(Terminal terminal, IReadOnlyList<PeriodAgreement> agreement)
    {
        var table = Tables.Create("Class", "objects", "same period", "half or double", "daily alias", "other");
        foreach (var row in agreement)
        {
            string Share(int count) => ((double)count / Math.Max(1, row.Objects)).ToString("P1", CultureInfo.InvariantCulture);
            table.AddRow(Markup.Escape(row.Class), row.Objects.ToString("N0", CultureInfo.InvariantCulture), Share(row.Same), Share(row.HalfOrDouble), Share(row.DailyAlias), Share(row.Other));
        }

        terminal.Print(table);
    }
}
