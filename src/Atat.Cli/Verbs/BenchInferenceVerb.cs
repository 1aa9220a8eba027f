using System.CommandLine;
using System.Globalization;
using Atat.Formats.Parquet;
using Atat.Training.Benchmarks;
using Atat.Training.Runs;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat bench inference</c>: thesis table 4.2, the time of each step of a classification.</summary>
internal static class BenchInferenceVerb
{
    private static readonly Argument<string[]> Runs = new("RUN") { Description = "Finished runs (folders, or names in runs/).", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Data = new("--data") { Description = "Catalog whose whole light curves to time.", Required = true, HelpName = "CATALOG" };

    private static readonly Option<string?> Features = new("--features") { Description = "Features of its objects, for runs that read them.", HelpName = "FILE" };

    private static readonly Option<int> Objects = new("--objects", "-n") { Description = "Objects to time, spread evenly over the catalog's test part, or over all of it where it has none.", DefaultValueFactory = _ => 1000, HelpName = "N" };

    private static readonly Option<int> Rounds = new("--rounds") { Description = "Times to measure everything; the medians are printed.", DefaultValueFactory = _ => 5, HelpName = "R" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "inference",
            "Time what classifying a light curve takes on one core: computing features, and each run.",
            "atat bench inference forest network --data catalog.parquet --features features.parquet",
            "atat bench inference chapter4/runs/lc+md+mta/fold-0 --data survey.parquet --objects 2000")
        {
            Runs, Data, Features, Objects, Rounds,
        };
        verb.RequireAtLeastOne(Objects, Rounds);
        verb.SetAction((arguments, cancellation) => Task.Run(() => Run(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Run(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        RunFolder[] runs = [.. arguments.GetValue(Runs)!.Select(RunFolders.ToRead)];
        NativeNetwork.Require();
        var catalog = CatalogFile.Read(arguments.GetValue(Data)!);
        var times = InferenceBenchmark.Measure(
            runs,
            catalog,
            InferenceBenchmark.Rows(catalog, arguments.GetValue(Objects)),
            arguments.GetValue(Features),
            arguments.GetValue(Rounds),
            new StepLog(terminal),
            cancellation);
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"matrix products: {times.MatrixRate / 1e9:F0} GFLOP/s on one core; medians of {arguments.GetValue(Rounds)} rounds, processor time, whole light curves"));
        var table = Tables.Create("Step", "ms an object", "share of matrix rate");
        if (!double.IsNaN(times.Features))
        {
            table.AddRow(["computing features", .. Tables.Cells("F4", times.Features), .. Tables.Cells("P0", double.NaN)]);
        }

        foreach (var (run, milliseconds, share) in times.Runs)
        {
            table.AddRow([Markup.Escape(run), .. Tables.Cells("F4", milliseconds), .. Tables.Cells("P0", share)]);
        }

        terminal.Print(table);
    }
}
