using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Atat.Features;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Reports.FeatureGuides;
using Atat.Simulation.Light;
using Atat.Training.FeatureTables;

namespace Atat.Cli.Verbs;

/// <summary><c>atat features</c>: the features of a catalog's light curves, and what they are.</summary>
internal static class FeaturesVerb
{
    // The passbands that the features are told for.
    private const string Bands = "ugrizY";

    private static readonly Argument<string?> CatalogPath = new("CATALOG") { Description = "Catalog to compute features of.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Out = new("--out", "-o") { Description = "Table to write: Parquet, or CSV where the name ends in .csv.", HelpName = "PATH" };

    private static readonly Option<string?> Days = new("--days", "--day") { Description = "Days after the first detection to compute at, as 8,128; without it, whole light curves (2048).", HelpName = "DAY,..." };

    private static readonly Option<string?> Preset = Choice.Of(new Option<string?>("--preset") { Description = "Set of features: thesis (default) or composite.", HelpName = "PRESET" }, [.. FeaturePresets.Names]);

    private static readonly Option<bool> Published = new("--published") { Description = "Compute as the published code does: parts in single precision, and its supernova model." };

    private static readonly Option<bool> List = new("--list") { Description = $"List the features of {Bands} instead." };

    private static readonly Option<string?> Explain = new("--explain") { Description = "Show what one feature is instead.", HelpName = "NAME" };

    private static readonly Option<string?> Describe = new("--describe") { Description = "Write a page about all features instead (Markdown).", HelpName = "PATH" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "features",
            "Compute features of light curves, or show what they are; an interrupted computation goes on where it was.",
            "atat features catalog.parquet --out features.parquet",
            "atat features catalog.parquet --days 8,128,2048 --preset composite --out features.parquet",
            "atat features --list",
            "atat features --explain Amplitude")
        {
            CatalogPath, Out, Days, Preset, Published, DeviceOptions.Threads, List, Explain, Describe, Json,
        };
        verb.Validators.Add(Validate);
        verb.SetAction((arguments, cancellation) => Task.Run(() => Run(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Validate(CommandResult result)
    {
        bool[] modes = [result.GetValue(CatalogPath) is not null, result.GetValue(List), result.GetValue(Explain) is not null, result.GetValue(Describe) is not null];
        if (modes.Count(isGiven => isGiven) != 1)
        {
            result.AddError("give one of CATALOG, --list, --explain and --describe");
        }
        else if (modes[0] == (result.GetValue(Out) is null))
        {
            result.AddError(modes[0] ? "give --out, the table to write" : "--out goes with CATALOG");
        }

        foreach (var option in (Option[])[Days, Published, DeviceOptions.Threads])
        {
            if (!modes[0] && IsGiven(result, option))
            {
                result.AddError($"{option.Name} goes with CATALOG");
            }
        }

        foreach (var option in (Option[])[Preset, Json])
        {
            if (modes[3] && IsGiven(result, option))
            {
                result.AddError($"{option.Name} does not go with --describe, which tells of all");
            }
        }
    }

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static void Run(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var (preset, isJson) = (arguments.GetValue(Preset), arguments.GetValue(Json));
        if (arguments.GetValue(Explain) is { } name)
        {
            FeaturePage.Print(terminal, preset is null ? Guide() : Guide(FeaturePresets.Of(preset)), name, isJson);
        }
        else if (arguments.GetValue(List))
        {
            FeatureList.Print(terminal, Guide(FeaturePresets.Of(preset)), Bands, isJson);
        }
        else if (arguments.GetValue(Describe) is { } path)
        {
            var page = FeatureMarkdown.Format(Guide(), Bands, "atat features --describe docs/features.md");
            OutputFile.Write(path, beside => File.WriteAllText(beside, page));
            terminal.Print(path);
        }
        else
        {
            Compute(terminal, arguments, cancellation);
        }
    }

    private static void Compute(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var job = new FeatureJob(
            arguments.GetValue(CatalogPath)!,
            arguments.GetValue(Days) is { } text ? [.. DayList.Parse(text)] : [Window.WholeLightCurve],
            new FeatureSettings { Preset = FeaturePresets.Of(arguments.GetValue(Preset)), Published = arguments.GetValue(Published) },
            arguments.GetValue(Out)!,
            arguments.GetValue(DeviceOptions.Threads));
        FeatureReport report;
        try
        {
            report = FeatureComputation.Run(job, new FeatureLog(terminal, TimeProvider.System), cancellation);
        }
        catch (OperationCanceledException)
        {
            SayKept(terminal, job);
            throw;
        }
        catch (InputException) when (Directory.Exists(job.Out + ".parts") && Directory.EnumerateFiles(job.Out + ".parts", "*.parquet").Any())
        {
            SayKept(terminal, job);
            throw;
        }

        if (report.PartsTakenOver > 0)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{report.ObjectsTakenOver:N0} objects were taken over from a computation that was interrupted"));
        }

        if (report.Undefined > 0)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{report.Undefined:N0} objects have too few usable observations: all their values are missing{(job.Settings.Preset == FeaturePreset.Thesis ? " (the thesis's set needs six below a flux of 50,000 and an error of 300 at zero point 27.5; --preset composite does not)" : string.Empty)}"));
        }

        if (report.Undetected > 0)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{report.Undetected:N0} objects have no detection: all their values are missing"));
        }

        if (arguments.GetValue(Json))
        {
            terminal.PrintJson(new { Path = job.Out, report.Objects, report.Rows, report.Features, report.Undetected, report.Undefined, report.ObjectsTakenOver, report.Seconds, report.ObjectsPerSecond });
        }
        else
        {
            terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{job.Out}: {report.Objects:N0} objects, {report.Rows:N0} rows, {report.Features} features, {report.ObjectsPerSecond:N0} objects/s"));
        }
    }

    private static void SayKept(Terminal terminal, FeatureJob job) =>
        terminal.Say($"what is finished stands in {job.Out}.parts; the same command goes on from it");

    private static FeatureGuide Guide(params FeaturePreset[] presets) => FeatureGuide.OfRegistry([.. LsstPassbands.All], [.. presets]);
}
