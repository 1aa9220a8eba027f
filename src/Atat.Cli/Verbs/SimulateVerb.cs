using System.CommandLine;
using System.Globalization;
using Atat.Formats.Parquet;
using Atat.Formats.Snana;
using Atat.LightCurves;
using Atat.Reports;
using Atat.Simulation;

namespace Atat.Cli.Verbs;

/// <summary><c>atat simulate</c>: a survey of any size with known truth.</summary>
internal static class SimulateVerb
{
    private const string Parquet = "parquet";
    private const string Snana = "snana";

    private static readonly Option<long> Objects = new("--objects", "-n") { Description = "Number of objects.", HelpName = "N" };

    private static readonly Option<string?> Out = new("--out", "-o") { Description = "Catalog to write, or the folder for SNANA's files.", HelpName = "PATH" };

    private static readonly Option<string> Format = Choice.Of(new Option<string>("--format") { Description = "Write parquet (a catalog) or snana (FITS pairs in ELAsTiCC's layout).", DefaultValueFactory = _ => Parquet, HelpName = "FORMAT" }, Parquet, Snana);

    private static readonly Option<string> Rates = new("--rates") { Description = "Rates of the classes: balanced, skewed (as in ELAsTiCC), or a CSV file with the columns class,weight.", DefaultValueFactory = _ => "balanced", HelpName = "RATES" };

    private static readonly Option<long> First = new("--first") { Description = "Index of the first object: shards of one survey can be made anywhere.", HelpName = "INDEX" };

    private static readonly Option<long> Seed = new("--seed") { Description = "The same seed gives the same survey.", DefaultValueFactory = _ => 1, HelpName = "S" };

    private static readonly Option<string?> Gallery = new("--gallery") { Description = "Write a page of light curves and populations into a folder, instead of a survey.", HelpName = "FOLDER" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "simulate",
            "Simulate three years of an LSST-like survey: 20 classes in ugrizY with ELAsTiCC's 64 metadata columns.",
            "atat simulate --objects 20000 --out survey.parquet",
            "atat simulate --objects 100000 --rates skewed --format snana --out survey/",
            "atat simulate --gallery docs/simulation")
        {
            Objects, Out, Format, Rates, First, Seed, Gallery,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(Gallery) is null && (result.GetResult(Objects) is null || result.GetResult(Out) is null))
            {
                result.AddError("give --objects and --out, or --gallery");
            }
            else if (result.GetResult(Objects) is { Tokens.Count: > 0 } && result.GetValue(Objects) < 1)
            {
                result.AddError("--objects must be at least 1");
            }

            if (result.GetValue(First) < 0)
            {
                result.AddError("--first must not be negative");
            }
        });
        verb.SetAction((arguments, cancellation) => Task.Run(() => Simulate(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Simulate(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        if (arguments.GetValue(Gallery) is { } folder)
        {
            SimulationGallery.Write(folder, arguments.GetValue(Seed));
            terminal.Print($"{Path.Combine(folder, "gallery.md")}");
            return;
        }

        var (count, path) = (arguments.GetValue(Objects), arguments.GetValue(Out)!);
        var survey = new SimulatedSurvey(arguments.GetValue(Seed), ClassRatesFile.Parse(arguments.GetValue(Rates)!));
        var progress = new ShareLog(terminal, "simulating");
        var (objects, observations) = (0L, 0L);
        IEnumerable<Catalog> Parts()
        {
            foreach (var part in survey.Stream(arguments.GetValue(First), count, cancellation))
            {
                objects += part.Count;
                observations += part.ObservationCount;
                progress.Report((double)objects / count);
                yield return part;
            }
        }

        if (arguments.GetValue(Format) == Snana)
        {
            SnanaWriter.Write(path, Parts());
        }
        else
        {
            CatalogFile.Write(path, SimulatedSurvey.Schema, Parts());
        }

        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{path}: {objects:N0} objects, {observations:N0} observations"));
    }
}
