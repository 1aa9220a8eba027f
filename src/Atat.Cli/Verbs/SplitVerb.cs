using System.CommandLine;
using System.Globalization;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.LightCurves.Splits;

namespace Atat.Cli.Verbs;

/// <summary><c>atat split</c>: which objects train, and which wait for the final test.</summary>
internal static class SplitVerb
{
    private static readonly Argument<string> CatalogPath = new("CATALOG") { Description = "Catalog to divide; rewritten in place unless --out is given." };

    private static readonly Option<int?> TestPerClass = new("--test-per-class") { Description = "Test objects of every class.", HelpName = "N" };

    private static readonly Option<double?> TestShare = new("--test-share") { Description = "Share of every class for the test, as 0.2.", HelpName = "SHARE" };

    private static readonly Option<string?> From = new("--from") { Description = "CSV file that fixes the split: identifier, part (train or test) and, if wished, fold.", HelpName = "FILE" };

    private static readonly Option<int> Folds = new("--folds") { Description = "Folds of the training part.", DefaultValueFactory = _ => StratifiedSplit.DefaultFolds, HelpName = "K" };

    private static readonly Option<int> Seed = new("--seed") { Description = "Decides which objects go where.", DefaultValueFactory = _ => 0, HelpName = "S" };

    private static readonly Option<string?> Out = new("--out", "-o") { Description = "Catalog to write instead of CATALOG.", HelpName = "PATH" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "split",
            "Divide a catalog into training folds and a test set, by class.",
            "atat split catalog.parquet --test-per-class 1000 --folds 5",
            "atat split catalog.parquet --test-share 0.2 --seed 1 --out divided.parquet",
            "atat split catalog.parquet --from split.csv")
        {
            CatalogPath, TestPerClass, TestShare, From, Folds, Seed, Out,
        };
        verb.Validators.Add(result =>
        {
            if (new Option[] { TestPerClass, TestShare, From }.Count(o => result.GetResult(o) is { Implicit: false }) != 1)
            {
                result.AddError("give one of --test-per-class, --test-share and --from");
            }
        });
        verb.SetAction(arguments =>
        {
            var path = arguments.GetValue(CatalogPath)!;
            var split = Divide(CatalogFile.Read(path), arguments);
            var target = arguments.GetValue(Out) ?? path;
            CatalogFile.Write(target, split);
            var parts = split.Partitions.ToArray().CountBy(p => p).ToDictionary();
            terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{target}: {parts.GetValueOrDefault(Partition.Train):N0} train in {split.Folds.ToArray().Max() + 1} folds, {parts.GetValueOrDefault(Partition.Test):N0} test, {parts.GetValueOrDefault(Partition.None):N0} in neither"));
        });
        return verb;
    }

    private static Catalog Divide(Catalog catalog, ParseResult arguments)
    {
        var folds = arguments.GetValue(Folds);
        var seed = arguments.GetValue(Seed);
        if (arguments.GetValue(From) is { } file)
        {
            return SplitFile.Apply(catalog, file, folds, seed);
        }

        var test = arguments.GetValue(TestPerClass) is { } count ? TestSize.PerClass(count) : TestSize.Share(arguments.GetValue(TestShare)!.Value);
        return StratifiedSplit.Apply(catalog, test, folds, seed);
    }
}
