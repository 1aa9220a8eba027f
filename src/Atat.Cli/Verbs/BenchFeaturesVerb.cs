using System.CommandLine;
using System.Globalization;
using Atat.Features;
using Atat.Formats.Parquet;
using Atat.Simulation;
using Atat.Training.Benchmarks;
using Atat.Training.FeatureParity;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat bench features</c>: how long the features of a light curve take.</summary>
internal static class BenchFeaturesVerb
{
    private const long Seed = 7;
    private const int SimulatedObjects = 300;

    // Milliseconds a light curve that the published extractors take on one core, for the light curves of their reference.
    private const double PublishedThesis = 148;
    private const double PublishedComposite = 128;

    // Share of that time that each family of the later set takes there; of the thesis's set only the sum is known.
    private static readonly Dictionary<string, double> PublishedShares = new(StringComparer.Ordinal)
    {
        ["period"] = 0.650,
        ["SPM"] = 0.102,
        ["turbo-fats"] = 0.081,
        ["harmonics"] = 0.051,
        ["SN"] = 0.044,
        ["MHPS"] = 0.022,
        ["Folded-Kim"] = 0.018,
        ["colour"] = 0.015,
        ["coordinates"] = 0.009,
        ["timespan"] = 0.005,
    };

    private static readonly Option<string?> Reference = new("--reference") { Description = "Folder of published light curves and features, as 'atat bench parity' takes it.", HelpName = "FOLDER" };

    private static readonly Option<string?> Data = new("--data") { Description = "Catalog to take light curves of; without it and --reference, the simulated survey's.", HelpName = "CATALOG" };

    private static readonly Option<string> Preset = Choice.Of(new Option<string>("--preset") { Description = "Set of features: thesis or composite.", DefaultValueFactory = _ => FeaturePresets.Names[0], HelpName = "PRESET" }, [.. FeaturePresets.Names]);

    private static readonly Option<int> Rounds = new("--rounds") { Description = "Times to compute everything; medians are printed.", DefaultValueFactory = _ => 5, HelpName = "R" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "features",
            "Time the features of light curves, family by family on one thread, and on all processors.",
            "atat bench features",
            "atat bench features --data catalog.parquet --preset composite --rounds 9")
        {
            Reference, Data, Preset, Rounds, DeviceOptions.Threads,
        };
        verb.RequireAtLeastOne(Rounds);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(Reference) is not null && result.GetValue(Data) is not null)
            {
                result.AddError("give --reference or --data");
            }
        });
        verb.SetAction((arguments, cancellation) => Task.Run(() => Run(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Run(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var settings = new FeatureSettings { Preset = FeaturePresets.Of(arguments.GetValue(Preset)) };
        var threads = arguments.GetValue(DeviceOptions.Threads) is > 0 and var given ? given : Environment.ProcessorCount;
        FeatureBenchmark benchmark;
        if (arguments.GetValue(Reference) is { } folder)
        {
            benchmark = FeatureBenchmark.OfReference(new ReferenceFeatures(folder).Objects, settings);
        }
        else
        {
            var catalog = arguments.GetValue(Data) is { } path ? CatalogFile.Read(path) : new SimulatedSurvey(Seed, ClassRates.Balanced).Make(0, SimulatedObjects);
            benchmark = FeatureBenchmark.OfCatalog(catalog, settings);
        }

        Print(terminal, benchmark.Run(threads, arguments.GetValue(Rounds), cancellation), settings.Preset);
    }

    private static void Print(Terminal terminal, FeatureTimes times, FeaturePreset preset)
    {
        var published = preset == FeaturePreset.Thesis ? PublishedThesis : PublishedComposite;
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{times.Objects:N0} light curves of {times.Observations:F1} observations: {times.Milliseconds:F3} ms a light curve on one thread"));
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{published / times.Milliseconds:F0} times as fast as the published extractor's {published:F0} ms for its reference"));
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{times.Threads} threads: {times.MillisecondsTogether:F3} ms a light curve, {times.Milliseconds / times.MillisecondsTogether:F2} times one"));
        var table = Tables.Create("Family", "ms", "share", "published ms", "ratio");
        foreach (var (family, milliseconds) in times.Families)
        {
            var known = preset == FeaturePreset.Composite && PublishedShares.TryGetValue(family, out var share) ? share * published : double.NaN;
            table.AddRow([Markup.Escape(family), .. Tables.Cells("F4", milliseconds), .. Tables.Cells("P1", milliseconds / times.Milliseconds), .. Tables.Cells("F2", known), .. Tables.Cells("F0", known / milliseconds)]);
        }

        terminal.Print(table);
    }
}
