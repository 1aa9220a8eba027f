using System.Globalization;
using Atat.Formats.Parquet;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Reports;
using Atat.Reports.Exports;
using Atat.Training;
using Atat.Training.Runs;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary>Evaluates a run and writes <c>evaluation/</c> into its folder.</summary>
internal sealed record EvaluatedRun
{
    /// <summary>The run.</summary>
    public required RunFolder Run { get; init; }

    /// <summary>Path of the catalog.</summary>
    public required string CatalogPath { get; init; }

    /// <summary>Objects to evaluate on.</summary>
    public EvaluatedPart Part { get; init; }

    /// <summary>Days after the first detection; the last is taken for the whole light curve.</summary>
    public required double[] Days { get; init; }

    /// <summary>Where to write.</summary>
    public required string Folder { get; init; }

    /// <summary>Evaluated runs whose scores by day are drawn beside this one's.</summary>
    public RunFolder[] Beside { get; init; } = [];

    /// <summary>Table of features for a run that reads them; null to compute them.</summary>
    public string? Features { get; init; }

    /// <summary>Whether to leave out the temperature fitted on validation.</summary>
    public bool Uncalibrated { get; init; }

    /// <summary>Device to run on.</summary>
    public required string Device { get; init; }

    /// <summary>Threads to compute with.</summary>
    public required int Threads { get; init; }

    /// <summary>Command line, for the record.</summary>
    public required string Command { get; init; }

    /// <summary>Predicts, measures and writes.</summary>
    /// <exception cref="InputException">The run or the catalog does not serve.</exception>
    public EvaluationSummary Evaluate(Terminal terminal, CancellationToken cancellation)
    {
        NativeNetwork.RequireFor(Run);
        var hash = ProgramInfo.Hash(CatalogPath);
        if (Part == EvaluatedPart.Validation)
        {
            RunFolders.RequireTrainedOn(Run, CatalogPath, hash, " Evaluate on the test part.");
        }

        var catalog = CatalogFile.Read(CatalogPath, new ShareLog(terminal, "reading"));
        var rows = Rows(catalog);
        var clock = TimeProvider.System.GetTimestamp();
        PredictionTable predictions;
        Calibration? calibration;
        using (var classifier = Classifiers.Open(Run, new ClassifierOptions { Device = Device, Threads = Threads, Calibrated = !Uncalibrated, Features = Features }))
        {
            calibration = classifier.Calibration;
            predictions = classifier.Predict(catalog, rows, Days, new ShareLog(terminal, "predicting"), cancellation);
        }

        var seconds = TimeProvider.System.GetElapsedTime(clock).TotalSeconds;
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{rows.Length:N0} objects at {Days.Length} days in {seconds:F1} s"));
        PredictionFile.Write(Path.Combine(Folder, "predictions.parquet"), predictions);
        var summary = Evaluation.Summarise(predictions);
        EvaluationReport.Write(Folder, summary, Context(catalog, hash, CalibrationNote.Of(predictions, calibration)));
        return summary;
    }

    /// <summary>Prints the scores by day, the classification reports and where the report is.</summary>
    public void Print(Terminal terminal, EvaluationSummary summary)
    {
        var table = Tables.Create("Day", "objects", "macro F1", "95 % interval", "accuracy");
        foreach (var day in summary.Days)
        {
            table.AddRow(
            [
                day.Day.ToString(CultureInfo.InvariantCulture), .. Tables.Cells("N0", day.Objects), .. Tables.Cells("F4", day.MacroF1.Estimate),
                string.Create(CultureInfo.InvariantCulture, $"{day.MacroF1.Low:F3} … {day.MacroF1.High:F3}"), .. Tables.Cells("F4", day.Accuracy.Estimate),
            ]);
        }

        terminal.Print(table);
        terminal.Print(TextReport.Format(summary));
        foreach (var note in summary.Notes)
        {
            terminal.Say($"note: {note}");
        }

        terminal.Print($"report: {Path.Combine(Folder, "report.html")}");
    }

    private int[] Rows(Catalog catalog)
    {
        var seen = Part == EvaluatedPart.Validation ? [] : Run.ReadSeenObjects();
        var fold = Run.ReadRunConfig().Data.ValidationFold;
        var taxonomy = new Taxonomy(Run.ReadDescription().Taxonomy);
        var rows = new List<int>();
        for (var i = 0; i < catalog.Count; i++)
        {
            var wanted = Part switch
            {
                EvaluatedPart.Test => catalog.Partitions[i] == Partition.Test,
                EvaluatedPart.Validation => catalog.Partitions[i] == Partition.Train && catalog.Folds[i] == fold,
                _ => true,
            };
            if (wanted && seen.Contains(catalog.Ids[i]))
            {
                throw new InputException($"{CatalogPath}: object '{catalog.Ids[i]}' was trained or validated on, so scores on it would flatter the run. Use the split that the run was trained with, or a catalog of other objects.");
            }

            if (wanted && catalog.Labels[i] is { } label && taxonomy.ClassOf(label) >= 0)
            {
                rows.Add(i);
            }
        }

        return rows.Count > 0 ? [.. rows]
            : throw new InputException(Part == EvaluatedPart.All
                ? $"{CatalogPath}: no object has a label that the run knows; nothing can be measured. To classify only: atat predict."
                : $"{CatalogPath}: no labelled object is in the {Part.ToString().ToLowerInvariant()} part; divide the catalog with 'atat split', or evaluate with --part all if the run has not seen it.");
    }

    private ReportContext Context(Catalog catalog, string hash, string calibration)
    {
        var (info, config) = (Run.ReadInfo(), Run.ReadRunConfig());
        return new ReportContext
        {
            RunName = RunFolders.Name(Run),
            Model = string.Create(CultureInfo.InvariantCulture, $"{config.Summary}, {info.Parameters:N0} {(info.Model == ModelKind.Network ? "parameters" : "values")}, {info.TrainingObjects:N0} training objects, {info.TrainingSeconds / 60:F0} min of training"),
            DataHash = hash,
            Date = TimeProvider.System.GetUtcNow(),
            Command = Command,
            ProgramVersion = ProgramInfo.Version,
            Configuration = Run.ConfigText(),
            Training = [.. Run.ReadMetrics().Select(m => new TrainingPoint(m.Step, m.Loss, m.ValidationLoss, m.ValidationMacroF1))],
            Taxonomy = new Taxonomy(Run.ReadDescription().Taxonomy),
            Catalog = catalog,
            Notes = [$"Evaluated on the {Part.ToString().ToLowerInvariant()} objects of {CatalogPath}.", calibration],
            OtherRuns = [.. Beside.Select(r => new NamedCurve(RunFolders.Name(r), MetricsJson.ReadDays(Path.Combine(r.Evaluation, "metrics.json"))))],
        };
    }
}
