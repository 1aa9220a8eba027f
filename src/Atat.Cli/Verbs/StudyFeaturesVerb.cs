using System.CommandLine;
using System.Globalization;
using Atat.Formats.FeatureTables;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Reports.Comparisons;
using Atat.Reports.Studies;
using Atat.Training.Data;
using Atat.Training.Runs;
using Atat.Training.Studies;

namespace Atat.Cli.Verbs;

/// <summary><c>atat study features</c>: which families of features add to trained networks, and how few keep the gain.</summary>
internal static class StudyFeaturesVerb
{
    private static readonly Argument<string[]> Runs = new("RUN") { Description = "Networks without features, each trained with another fold held out.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Data = new("--data") { Description = "Catalog that they were trained on.", Required = true, HelpName = "CATALOG" };

    private static readonly Option<string> Features = new("--features") { Description = "Features of its objects, from 'atat features' at all of the days.", Required = true, HelpName = "FILE" };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "Folder to write the report and tables to.", Required = true, HelpName = "FOLDER" };

    private static readonly Option<string> Days = new("--days") { Description = "Days after the first detection.", DefaultValueFactory = _ => "8,128,2048", HelpName = "DAY,..." };

    private static readonly Option<string[]> Keep = CommaList.Create("--keep", "Numbers of most important features to try alone, as 16,32.", "K,...");

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "features",
            "Find out which families of features add to networks without features, and how few features keep the gain.",
            "atat study features chapter4/runs/lc+md+mta/fold-0 chapter4/runs/lc+md+mta/fold-1 --data survey.parquet --features features.parquet --out families")
        {
            Runs, Data, Features, Out, Days, Keep, DeviceOptions.Threads,
        };
        verb.SetAction((arguments, cancellation) => Task.Run(() => Study(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Study(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        RunFolder[] runs = [.. arguments.GetValue(Runs)!.Select(RunFolders.ToRead)];
        var path = arguments.GetValue(Data)!;
        int[] keep = arguments.GetResult(Keep) is { Tokens.Count: > 0 } ? [.. CommaList.Values(arguments, Keep).Select(Count)] : [8, 16, 32, 64];
        NativeNetwork.Require();
        var hash = ProgramInfo.Hash(path);
        Array.ForEach(runs, run => RunFolders.RequireTrainedOn(run, path, hash));
        var catalog = CatalogFile.Read(path);
        var features = arguments.GetValue(Features)!;
        var steps = FeatureStacking.Run(runs, catalog, features, DayList.Parse(arguments.GetValue(Days)!), keep, arguments.GetValue(DeviceOptions.Threads), new StepLog(terminal), cancellation);
        var table = FeatureFamiliesReport.Table([.. steps.Select(step => (step.Name, step.Features, step.Predictions))]);
        var ranked = steps.First(step => step.IsRanked).Features;
        var folder = arguments.GetValue(Out)!;
        FeatureFamiliesReport.Write(
            folder,
            table,
            [.. ranked.Zip(FeatureSelection.FamiliesOf(FeatureFile.ReadSet(features), catalog.Schema, ranked))],
            new ComparisonContext(ProgramInfo.Command(arguments.Tokens.Select(t => t.Value)), ProgramInfo.Version, TimeProvider.System.GetUtcNow(), catalog.Schema.Taxonomy));
        terminal.Print(table.Caption);
        terminal.Print(Tables.Of(table));
        terminal.Print($"report: {Path.Combine(folder, "report.html")}");
    }

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count
        : throw new InputException($"--keep takes whole numbers from 1, as 16,32; '{text}' is none.");
}
