using System.CommandLine;
using System.Globalization;
using Atat.Forests;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Training.Benchmarks;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat bench forest</c>: how well and how fast the balanced random forest does on a catalog's test part.</summary>
internal static class BenchForestVerb
{
    private static readonly Option<string> Data = new("--data") { Description = "Catalog, divided by 'atat split': trains on its training part, scores its test part.", Required = true, HelpName = "CATALOG" };

    private static readonly Option<string> Features = new("--features") { Description = "Features of its objects, from 'atat features'.", Required = true, HelpName = "FILE" };

    private static readonly Option<double> Day = new("--day") { Description = "Days after the first detection.", DefaultValueFactory = _ => Window.WholeLightCurve, HelpName = "DAY" };

    private static readonly Option<int> Seeds = new("--seeds") { Description = "Forests to grow, each with a seed of its own.", DefaultValueFactory = _ => 10, HelpName = "N" };

    private static readonly Option<int> FirstSeed = new("--first-seed") { Description = "Seed of the first forest; the next has the next.", DefaultValueFactory = _ => 1, HelpName = "S" };

    private static readonly Option<int> Trees = new("--trees") { Description = "Trees of a forest.", DefaultValueFactory = _ => new ForestSettings().Trees, HelpName = "T" };

    private static readonly Option<int> Threads = new("--threads") { Description = "Threads to train on; predictions are timed on one.", DefaultValueFactory = _ => 1, HelpName = "N" };

    private static readonly Option<float?> Missing = new("--missing") { Description = "Number in the place of missing values; without it the forests see what is missing.", HelpName = "NUMBER" };

    private static readonly Option<string?> Export = new("--export") { Description = "Also write the matrices that the forests see, as NumPy files.", HelpName = "FOLDER" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "forest",
            "Grow balanced random forests of several seeds; print their macro F1 on the test part, and the processor time of training and prediction.",
            "atat bench forest --data catalog.parquet --features features.parquet",
            "atat bench forest --data catalog.parquet --features features.parquet --seeds 3 --trees 100 --export matrices --json")
        {
            Data, Features, Day, Seeds, FirstSeed, Trees, Threads, Missing, Export, Json,
        };
        verb.RequireAtLeastOne(Seeds, Trees, Threads);
        verb.Validators.Add(result =>
        {
            if (result.GetResult(Day) is { Tokens.Count: > 0 } && !(result.GetValue(Day) is > 0 and < double.PositiveInfinity))
            {
                result.AddError("--day must be a number above 0");
            }
        });
        verb.SetAction((arguments, cancellation) => Task.Run(() => Run(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Run(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var catalog = CatalogFile.Read(arguments.GetValue(Data)!);
        var benchmark = ForestBenchmark.Of(catalog, arguments.GetValue(Features)!, arguments.GetValue(Day), arguments.GetValue(Missing));
        if (arguments.GetValue(Export) is { } folder)
        {
            benchmark.Export(folder);
        }

        var scores = benchmark.Run(
            [.. Enumerable.Range(arguments.GetValue(FirstSeed), arguments.GetValue(Seeds))],
            arguments.GetValue(Trees),
            arguments.GetValue(Threads),
            new StepLog(terminal),
            cancellation);
        if (arguments.GetValue(Json))
        {
            terminal.PrintJson(scores);
        }
        else
        {
            Print(terminal, scores);
        }
    }

    private static void Print(Terminal terminal, ForestScores scores)
    {
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{scores.Training:N0} objects to train on, {scores.Test:N0} to test, {scores.Columns} columns, {scores.Classes} classes; {scores.Trees} trees, trained on {scores.Threads} thread{(scores.Threads > 1 ? "s" : string.Empty)}"));
        var table = Tables.Create("Seed", "macro F1", "training, s", "prediction, µs an object");
        foreach (var score in scores.Seeds)
        {
            table.AddRow([score.Seed.ToString(CultureInfo.InvariantCulture), .. Row(score.MacroF1, score.TrainingSeconds, score.Microseconds)]);
        }

        table.AddRow(["mean; medians of times", .. Row(scores.MacroF1, scores.TrainingSeconds, scores.Microseconds)]);
        table.AddRow(["standard error", .. Tables.Cells("F5", scores.StandardError), string.Empty, string.Empty]);
        terminal.Print(table);
        static IEnumerable<string> Row(double f1, double seconds, double microseconds) =>
            Tables.Cells("F4", f1).Concat(Tables.Cells("F3", seconds)).Concat(Tables.Cells("F2", microseconds));
    }
}
