using System.CommandLine;
using Atat.LightCurves;
using Atat.Reports.Exports;
using Atat.Training.Runs;

namespace Atat.Cli.Verbs;

/// <summary><c>atat evaluate</c>: a run and its test objects to scores and a report.</summary>
internal static class EvaluateVerb
{
    /// <summary>Days of thesis figure 4.3, and earlier ones.</summary>
    internal static readonly double[] DefaultDays = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, Window.WholeLightCurve];

    private static readonly Argument<string> Run = new("RUN") { Description = "Run folder, or its name in runs/." };

    private static readonly Option<string?> Data = new("--data") { Description = "Catalog; without it, the one that the run was trained on.", HelpName = "CATALOG" };

    private static readonly Option<string?> Days = new("--days") { Description = "Days after the first detection, as 8,128,2048; without it 1, 2, 4 ... 2048.", HelpName = "DAY,..." };

    private static readonly Option<EvaluatedPart> Part = new("--part") { Description = "Objects to evaluate on: test, validation (the run's fold), or all (for a catalog that the run has not seen).", DefaultValueFactory = _ => EvaluatedPart.Test, HelpName = "PART" };

    private static readonly Option<string?> Out = new("--out", "-o") { Description = "Folder to write to; without it, evaluation/ in the run folder for the test objects of the training catalog, else a folder beside it named after part and catalog.", HelpName = "FOLDER" };

    private static readonly Option<string[]> Beside = new("--beside") { Description = "Evaluated runs whose F1 by day is drawn beside this one's.", HelpName = "RUN ...", AllowMultipleArgumentsPerToken = true };

    private static readonly Option<bool> Uncalibrated = new("--uncalibrated") { Description = "Evaluate the model's own probabilities, without the temperature fitted on validation." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print metrics.json instead of tables." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "evaluate",
            "Measure a run on its test objects and write a report.",
            "atat evaluate first",
            "atat evaluate second --beside first",
            "atat evaluate runs/first --data other.parquet --part all --days 8,128,2048 --out first-on-other")
        {
            Run, Data, Days, Part, Out, Beside, FeatureOptions.Features, Uncalibrated, Json, DeviceOptions.Device, DeviceOptions.Threads,
        };
        verb.SetAction((arguments, cancellation) => Task.Run(() => Evaluate(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Evaluate(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var run = RunFolders.ToRead(arguments.GetValue(Run)!);
        var own = arguments.GetValue(Part) == EvaluatedPart.Test && arguments.GetValue(Data) is null;
        var evaluated = new EvaluatedRun
        {
            Run = run,
            CatalogPath = arguments.GetValue(Data) ?? TrainedOn(run),
            Part = arguments.GetValue(Part),
            Days = arguments.GetValue(Days) is { } days ? DayList.Parse(days) : DefaultDays,
            Folder = arguments.GetValue(Out) ?? (own ? run.Evaluation : $"{run.Evaluation}-{arguments.GetValue(Part).ToString().ToLowerInvariant()}{(arguments.GetValue(Data) is { } other ? "-" + Path.GetFileNameWithoutExtension(other) : string.Empty)}"),
            Features = arguments.GetValue(FeatureOptions.Features),
            Uncalibrated = arguments.GetValue(Uncalibrated),
            Beside = [.. (arguments.GetValue(Beside) ?? []).Select(RunFolders.ToRead)],
            Device = arguments.GetValue(DeviceOptions.Device)!,
            Threads = arguments.GetValue(DeviceOptions.Threads),
            Command = ProgramInfo.Command(arguments.Tokens.Select(t => t.Value)),
        };
        var summary = evaluated.Evaluate(terminal, cancellation);
        if (arguments.GetValue(Json))
        {
            terminal.Print(MetricsJson.Write(summary).TrimEnd());
        }
        else
        {
            evaluated.Print(terminal, summary);
        }
    }

    private static string TrainedOn(RunFolder run) =>
        run.ReadRunConfig().Data.Catalog is { Length: > 0 } path && File.Exists(path)
            ? path
            : throw new InputException($"{run.Path} was trained on '{run.ReadRunConfig().Data.Catalog}', which is not there; give --data CATALOG.");
}
