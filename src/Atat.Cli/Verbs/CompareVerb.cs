using System.CommandLine;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Reports.Comparisons;
using Atat.Reports.Documents;
using Atat.Training.Configuration;
using Atat.Training.Runs;

namespace Atat.Cli.Verbs;

/// <summary><c>atat compare</c>: evaluated runs against the first of them, on the objects that all were evaluated on.</summary>
internal static class CompareVerb
{
    private static readonly Argument<string[]> Runs = new("RUN") { Description = "Evaluated runs (folders, or names in runs/), two or more; the others are compared with the first.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Out = new("--out", "-o") { Description = "Folder to write a report, tables and figures to.", HelpName = "FOLDER" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON instead of tables." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "compare",
            "Compare evaluated runs: scores by day, what differs in their settings, and which differences are more than chance.",
            "atat compare first second",
            "atat compare first second third --out comparison",
            "atat compare runs/first runs/second --json")
        {
            Runs, Out, Json,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(Runs) is { Length: < 2 })
            {
                result.AddError("give two or more runs");
            }
        });
        verb.SetAction((arguments, cancellation) => Task.Run(() => Compare(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Compare(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var names = arguments.GetValue(Runs)!;
        RunFolder[] folders = [.. names.Select(RunFolders.ToRead)];
        if (folders.DistinctBy(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path))).Count() < folders.Length)
        {
            throw new InputException($"{string.Join(' ', names)}: a run is given twice; name each once.");
        }

        var runs = folders.Select((folder, i) => Read(folder, NameOf(folders, i), terminal)).ToArray();
        cancellation.ThrowIfCancellationRequested();
        terminal.Say("comparing");
        var summary = RunComparison.Of(runs);
        if (arguments.GetValue(Out) is { } folder)
        {
            ComparisonReport.Write(folder, summary, new ComparisonContext(ProgramInfo.Command(arguments.Tokens.Select(t => t.Value)), ProgramInfo.Version, TimeProvider.System.GetUtcNow(), KnownTaxonomy(summary)));
        }

        if (arguments.GetValue(Json))
        {
            terminal.Print(ComparisonJson.Write(summary).TrimEnd());
            return;
        }

        Print(terminal, summary);
        if (arguments.GetValue(Out) is { } written)
        {
            terminal.Print($"report: {Path.Combine(written, "report.html")}");
        }
    }

    private static ComparedRun Read(RunFolder folder, string name, Terminal terminal)
    {
        var (predictions, config, info) = (Path.Combine(folder.Evaluation, "predictions.parquet"), Path.Combine(folder.Path, "config.yaml"), folder.ReadInfo());
        if (!File.Exists(predictions))
        {
            throw new InputException($"{folder.Path} is not evaluated: {predictions} is not there; run 'atat evaluate {folder.Path}' first.");
        }

        terminal.Say($"reading {predictions}");
        return new ComparedRun
        {
            Name = name,
            Predictions = PredictionFile.Read(predictions),
            Configuration = File.Exists(config) ? ConfigText.Settings(File.ReadAllText(config), config) : [],
            DataHash = info.DataHash,
            TrainingObjects = info.TrainingObjects,
            TrainingSeconds = info.TrainingSeconds,
        };
    }

    // A run is called after its folder, or by its path where several folders have the same name.
    private static string NameOf(RunFolder[] folders, int i) =>
        folders.Count(folder => RunFolders.Name(folder) == RunFolders.Name(folders[i])) == 1 ? RunFolders.Name(folders[i]) : folders[i].Path;

    private static Taxonomy? KnownTaxonomy(ComparisonSummary summary) =>
        new[] { Taxonomies.Elasticc, Taxonomies.Plasticc }.FirstOrDefault(taxonomy => summary.Classes.All(taxonomy.Classes.Contains));

    private static void Print(Terminal terminal, ComparisonSummary summary)
    {
        Print(terminal, ComparisonTables.Scores(summary));
        Print(terminal, ComparisonTables.Configuration(summary), "The configurations do not differ.");
        Print(terminal, ComparisonTables.Differences(summary));
        Print(terminal, ComparisonTables.Classes(summary), "No class's F1 differs significantly.");
        foreach (var note in summary.Notes)
        {
            terminal.Say($"note: {note}");
        }
    }

    private static void Print(Terminal terminal, TableBlock? table, string otherwise = "")
    {
        if (table is null)
        {
            terminal.Print(otherwise + Environment.NewLine);
            return;
        }

        terminal.Print(table.Caption);
        terminal.Print(Tables.Of(table));
    }
}
