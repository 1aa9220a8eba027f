using System.CommandLine;
using System.Globalization;
using Atat.Formats.Parquet;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Training;

namespace Atat.Cli.Verbs;

/// <summary><c>atat predict</c>: class probabilities of all objects of a catalog.</summary>
internal static class PredictVerb
{
    private static readonly Argument<string> Run = new("RUN") { Description = "Run folder, or its name in runs/." };

    private static readonly Option<string> Data = new("--data") { Description = "Catalog to classify; needs no labels.", Required = true, HelpName = "CATALOG" };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "Predictions to write (Parquet).", Required = true, HelpName = "PATH" };

    private static readonly Option<string?> Day = new("--day", "--days") { Description = "Days after the first detection to classify at, as 8,128; without it, whole light curves (2048).", HelpName = "DAY,..." };

    private static readonly Option<bool> Uncalibrated = new("--uncalibrated") { Description = "Give the model's own probabilities, without the temperature fitted on validation." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "predict",
            "Classify the objects of a catalog.",
            "atat predict first --data new.parquet --out predictions.parquet",
            "atat predict runs/first --data new.parquet --day 8 --out early.parquet")
        {
            Run, Data, Out, Day, FeatureOptions.Features, Uncalibrated, DeviceOptions.Device, DeviceOptions.Threads,
        };
        verb.SetAction((arguments, cancellation) => Task.Run(() => Predict(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Predict(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var run = RunFolders.ToRead(arguments.GetValue(Run)!);
        var days = arguments.GetValue(Day) is { } text ? DayList.Parse(text) : [Window.WholeLightCurve];
        NativeNetwork.RequireFor(run);
        var catalog = CatalogFile.Read(arguments.GetValue(Data)!, new ShareLog(terminal, "reading"));
        using var classifier = Classifiers.Open(run, new ClassifierOptions
        {
            Device = arguments.GetValue(DeviceOptions.Device)!,
            Threads = arguments.GetValue(DeviceOptions.Threads),
            Calibrated = !arguments.GetValue(Uncalibrated),
            Features = arguments.GetValue(FeatureOptions.Features),
        });
        var rows = Enumerable.Range(0, catalog.Count).ToArray();
        var predictions = classifier.Predict(catalog, rows, days, new ShareLog(terminal, "predicting"), cancellation);
        var path = arguments.GetValue(Out)!;
        PredictionFile.Write(path, predictions);
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{path}: {catalog.Count:N0} objects at {days.Length} {(days.Length == 1 ? "day" : "days")}, {predictions.Classes.Length} classes"));
    }
}
