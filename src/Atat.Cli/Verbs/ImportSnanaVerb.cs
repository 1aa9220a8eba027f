using System.CommandLine;
using Atat.Formats;
using Atat.Formats.Snana;

namespace Atat.Cli.Verbs;

/// <summary><c>atat import snana</c>: SNANA's FITS files to a catalog.</summary>
internal static class ImportSnanaVerb
{
    private static readonly Argument<string> Source = new("SOURCE") { Description = "Folder searched for pairs of HEAD and PHOT files (FITS), else for text files (.DAT), or one of them; all may be gzip'd." };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "Catalog to write.", Required = true, HelpName = "PATH" };

    private static readonly Option<string?> Survey = new("--survey") { Description = "Name of the survey; without it, the files'.", HelpName = "NAME" };

    private static readonly Option<string?> Label = new("--label") { Description = "Label of all objects.", HelpName = "LABEL" };

    private static readonly Option<string?> LabelColumn = new("--label-column") { Description = "Column of HEAD, or key of a text file, that holds the label; without it, the name of the file's folder.", HelpName = "COLUMN" };

    private static readonly Option<string?> LabelPattern = new("--label-pattern") { Description = "Regular expression whose first group in the label column, or in the folder's name, is the label.", HelpName = "REGEX" };

    private static readonly Option<bool> Unlabelled = new("--unlabelled") { Description = "Import without labels." };

    private static readonly Option<bool> LabelInId = new("--label-in-id") { Description = "Put the label before the identifier, where identifiers repeat from folder to folder." };

    private static readonly Option<string[]> Metadata = CommaList.Create("--metadata", "Columns of HEAD, or keys, that are inputs for a classifier; without it ELAsTiCC's 64, or else every numeric column that is not truth.", "COLUMN,...");

    private static readonly Option<string[]> Bands = CommaList.CreateBands("those that the files name");

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "snana",
            "Import SNANA's FITS or text files, such as ELAsTiCC's; truth columns (SIM_..., SNTYPE) are never taken.",
            "atat import snana ELASTICC2_TRAIN/ --out catalog.parquet",
            "atat import snana SIMGEN_PUBLIC_DES/ --label-column SIM_COMMENT --label-pattern Type.=.(\\w+) --out spcc.parquet",
            "atat import snana version/ --label-column SNTYPE --metadata MWEBV,HOSTGAL_PHOTOZ --redshift HOSTGAL_PHOTOZ --out catalog.parquet")
        {
            Source, Out, Survey, Label, LabelColumn, LabelPattern, Unlabelled, LabelInId, Metadata, Bands,
        };
        MetadataOptions.AddRolesTo(verb);
        verb.Validators.Add(result =>
        {
            if (new Option[] { Label, LabelColumn, Unlabelled }.Count(o => result.GetResult(o) is { Implicit: false }) + (result.GetResult(LabelPattern) is not null && result.GetResult(LabelColumn) is null ? 1 : 0) > 1)
            {
                result.AddError("give at most one of --label, --label-column, --label-pattern and --unlabelled; only a column and a pattern go together");
            }
        });
        verb.SetAction((arguments, cancellation) => Task.Run(() => ImportedCatalog.Run(terminal, Plan(arguments), arguments.GetValue(Out)!, cancellation), CancellationToken.None));
        return verb;
    }

    private static ImportPlan Plan(ParseResult arguments)
    {
        var plan = SnanaImporter.Plan(Options(arguments));
        return plan with { Schema = MetadataOptions.WithRoles(plan.Schema, arguments) };
    }

    private static SnanaImportOptions Options(ParseResult arguments) => new()
    {
        Source = arguments.GetValue(Source)!,
        Survey = arguments.GetValue(Survey),
        Label = arguments.GetValue(Label),
        LabelColumn = arguments.GetValue(LabelColumn),
        LabelPattern = arguments.GetValue(LabelPattern),
        Unlabelled = arguments.GetValue(Unlabelled),
        LabelInId = arguments.GetValue(LabelInId),
        Metadata = [.. MetadataOptions.Columns(CommaList.Values(arguments, Metadata))],
        Passbands = [.. CommaList.Bands(arguments, Bands)],
    };
}
