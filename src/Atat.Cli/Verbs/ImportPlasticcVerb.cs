using System.CommandLine;
using Atat.Formats.Plasticc;

namespace Atat.Cli.Verbs;

/// <summary><c>atat import plasticc</c>: the tables of the PLAsTiCC challenge to a catalog.</summary>
internal static class ImportPlasticcVerb
{
    private static readonly Argument<string> Metadata = new("METADATA") { Description = "Table of objects (training_set_metadata.csv, plasticc_train_metadata.csv.gz); may be gzip'd." };

    private static readonly Argument<string[]> LightCurves = new("LIGHT_CURVES") { Description = "Tables of observations; the test set has eleven. An object must stand in one of them only.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "Catalog to write.", Required = true, HelpName = "PATH" };

    private static readonly Option<bool> SkipUnknown = new("--skip-unknown-objects") { Description = "Leave observations out whose object is not in the table of objects, instead of failing." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "plasticc",
            "Import the tables of the PLAsTiCC challenge, as Kaggle or Zenodo publish them.",
            "atat import plasticc training_set_metadata.csv training_set.csv --out train.parquet",
            "atat import plasticc plasticc_test_metadata.csv.gz plasticc_test_lightcurves_*.csv.gz --out test.parquet")
        {
            Metadata, LightCurves, Out, SkipUnknown,
        };
        verb.SetAction((arguments, cancellation) => Task.Run(() => ImportedCatalog.Run(terminal, PlasticcImporter.Plan(Options(arguments)), arguments.GetValue(Out)!, cancellation), CancellationToken.None));
        return verb;
    }

    private static PlasticcImportOptions Options(ParseResult arguments) =>
        new(arguments.GetValue(Metadata)!, [.. arguments.GetValue(LightCurves)!]) { LeaveUnknownObjectsOut = arguments.GetValue(SkipUnknown) };
}
