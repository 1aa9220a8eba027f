using System.CommandLine;
using Atat.Formats.Csv;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Cli.Verbs;

/// <summary><c>atat import csv</c>: a survey's delimited tables to a catalog.</summary>
internal static class ImportCsvVerb
{
    private static readonly Argument<string> LightCurves = new("LIGHT_CURVES") { Description = "Table with one row an observation; may be gzip'd." };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "Catalog to write.", Required = true, HelpName = "PATH" };

    private static readonly Option<string?> Objects = Column("--objects", "Table with one row an object; without it, the light-curve table has the objects' columns in each row.", "PATH");

    private static readonly Option<string> Survey = new("--survey") { Description = "Name of the survey or sample.", DefaultValueFactory = _ => string.Empty, HelpName = "NAME" };

    private static readonly Option<string> Delimiter = new("--delimiter") { Description = "Character between fields; 'tab' for a tabulator.", DefaultValueFactory = _ => ",", HelpName = "CHAR" };

    private static readonly Option<string> Id = new("--id") { Description = "Column of the object identifier.", DefaultValueFactory = _ => "object_id", HelpName = "COLUMN" };

    private static readonly Option<string?> LightCurveId = Column("--light-curve-id", "Column of the object identifier in the light-curve table, where it has another name there.");

    private static readonly Option<string> Time = new("--time") { Description = "Column of the time in days.", DefaultValueFactory = _ => "mjd", HelpName = "COLUMN" };

    private static readonly Option<double> TimeOffset = new("--time-offset") { Description = "Subtracted from times to make them MJD; 2400000.5 for Julian dates.", DefaultValueFactory = _ => 0, HelpName = "DAYS" };

    private static readonly Option<string> Band = new("--band") { Description = "Column of the passband; 'none' for a survey in one band.", DefaultValueFactory = _ => "band", HelpName = "COLUMN" };

    private static readonly Option<string?> Flux = Column("--flux", "Column of the flux [default: flux].");

    private static readonly Option<string?> Magnitude = Column("--magnitude", "Column of the magnitude, for a survey that gives magnitudes.");

    private static readonly Option<string> Error = new("--error") { Description = "Column of the standard deviation of the flux or magnitude.", DefaultValueFactory = _ => "flux_err", HelpName = "COLUMN" };

    private static readonly Option<string?> Detected = Column("--detected", "Column that flags detections (true/false or 1/0); without it, |flux| >= 3 x error, and every magnitude, is one.");

    private static readonly Option<string?> Saturated = Column("--saturated", "Column that flags saturated observations.");

    private static readonly Option<string?> RightAscension = Column("--ra", "Column of the right ascension in degrees.");

    private static readonly Option<string?> Declination = Column("--dec", "Column of the declination in degrees.");

    private static readonly Option<string?> Label = Column("--label", "Column of the label, the finest there is.");

    private static readonly Option<string?> Class = Column("--class", "Column of the class that the label belongs to; without it, every label is a class.");

    private static readonly Option<string[]> Metadata = CommaList.Create("--metadata", "Columns that are inputs for a classifier. Name only what is known of an unclassified object, never truth.", "COLUMN,...");

    private static readonly Option<string[]> Missing = CommaList.Create("--missing", "Markers of a missing value in metadata, position and label, beside empty and nan. A number stands for all its spellings.", "MARKER,...");

    private static readonly Option<string[]> MissingFlux = CommaList.Create("--missing-flux", "Markers of a missing flux, magnitude or error; such observations are left out and counted.", "MARKER,...");

    private static readonly Option<string[]> Bands = CommaList.CreateBands("those found");

    private static readonly Option<double?> ZeroPoint = new("--zero-point") { Description = "Magnitude of unit flux; 27.5 for FLUXCAL, 31.4 for nJy.", HelpName = "MAG" };

    private static readonly Option<bool> SkipUnknown = new("--skip-unknown-objects") { Description = "Leave observations out whose object is not in the table of objects, instead of failing." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "csv",
            "Import a table of observations, with or without a table of objects.",
            "atat import csv light_curves.csv.gz --objects objects.csv --id snid --label subtype --class class --metadata mwebv,z --redshift z --missing -9 --zero-point 27.5 --out catalog.parquet",
            "atat import csv stars.csv --band none --magnitude mag --error mag_err --label type --out stars.parquet")
        {
            LightCurves, Out, Objects, Survey, Delimiter, Id, LightCurveId, Time, TimeOffset, Band, Flux, Magnitude, Error, Detected, Saturated,
            RightAscension, Declination, Label, Class, Metadata, Missing, MissingFlux, Bands, ZeroPoint, SkipUnknown,
        };
        MetadataOptions.AddRolesTo(verb);
        verb.Validators.Add(result =>
        {
            if (result.GetResult(Flux) is not null && result.GetResult(Magnitude) is not null)
            {
                result.AddError("give --flux or --magnitude, not both");
            }
        });
        verb.SetAction((arguments, cancellation) => Task.Run(() => Import(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Import(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var (catalog, report) = CsvImporter.Read(Options(arguments), new ShareLog(terminal, "reading"), cancellation);
        var schema = MetadataOptions.WithRoles(catalog.Schema, arguments);
        CatalogFile.Write(arguments.GetValue(Out)!, catalog.WithSchema(schema));
        ImportedCatalog.Say(terminal, schema, report, arguments.GetValue(Out)!);
    }

    private static CsvImportOptions Options(ParseResult arguments)
    {
        var magnitude = arguments.GetValue(Magnitude);
        return new CsvImportOptions
        {
            LightCurves = arguments.GetValue(LightCurves)!,
            Objects = arguments.GetValue(Objects),
            Survey = arguments.GetValue(Survey)!,
            Delimiter = DelimiterOf(arguments.GetValue(Delimiter)!),
            Id = arguments.GetValue(Id)!,
            LightCurveId = arguments.GetValue(LightCurveId),
            Time = arguments.GetValue(Time)!,
            TimeOffset = arguments.GetValue(TimeOffset),
            Band = arguments.GetValue(Band) is "none" ? null : arguments.GetValue(Band),
            Brightness = magnitude ?? arguments.GetValue(Flux) ?? "flux",
            Error = arguments.GetValue(Error)!,
            Detected = arguments.GetValue(Detected),
            Saturated = arguments.GetValue(Saturated),
            RightAscension = arguments.GetValue(RightAscension),
            Declination = arguments.GetValue(Declination),
            Label = arguments.GetValue(Label),
            Class = arguments.GetValue(Class),
            Metadata = [.. MetadataOptions.Columns(CommaList.Values(arguments, Metadata))],
            Missing = ["", "nan", .. CommaList.Values(arguments, Missing)],
            MissingBrightness = [.. CommaList.Values(arguments, MissingFlux)],
            Passbands = [.. CommaList.Bands(arguments, Bands)],
            Unit = magnitude is null ? BrightnessUnit.Flux : BrightnessUnit.Magnitude,
            ZeroPoint = arguments.GetValue(ZeroPoint) ?? double.NaN,
            LeaveUnknownObjectsOut = arguments.GetValue(SkipUnknown),
        };
    }

    private static char DelimiterOf(string text) => text switch
    {
        "tab" or "\\t" => '\t',
        [var c] => c,
        _ => throw new InputException($"--delimiter '{text}': give one character, or 'tab'."),
    };

    private static Option<string?> Column(string name, string description, string helpName = "COLUMN") =>
        new(name) { Description = description, HelpName = helpName };
}
