using System.CommandLine;
using System.Globalization;
using Atat.Formats.Files;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Training;
using Atat.Training.Checks;
using Atat.Training.Configuration;
using Atat.Training.Trees;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat forest</c>: a catalog and its features to a run of trees.</summary>
internal static class ForestVerb
{
    private const int ColumnsShown = 10;

    private static readonly string[] Models = Array.ConvertAll(Enum.GetNames<TreeKind>(), name => name.ToLowerInvariant());

    private static readonly Option<string?> Config = new("--config") { Description = "Configuration file (YAML); the other options override it.", HelpName = "FILE" };

    private static readonly Option<string?> Data = new("--data") { Description = "Catalog to train on, divided by 'atat split'.", HelpName = "CATALOG" };

    private static readonly Option<string?> Features = new("--features") { Description = "Features of its objects, from 'atat features' at the days trained at.", HelpName = "FILE" };

    private static readonly Option<string> Run = new("--run") { Description = "Name of the run (a folder in runs/), or a path.", Required = true, HelpName = "NAME" };

    private static readonly Option<string?> Model = new("--model") { Description = "Trees: hierarchical (random forests for branches and within each, the default), balanced (one random forest), boosted (gradient boosting).", HelpName = "MODEL" };

    private static readonly Option<string?> Inputs = new("--inputs") { Description = "What the trees read, some of: md (metadata), feat (features). Both without it.", HelpName = "MD,FEAT" };

    private static readonly Option<string?> Days = new("--days") { Description = "Days after the first detection that every object is trained at; without it 8,128,2048.", HelpName = "DAY,..." };

    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of everything random.", HelpName = "S" };

    private static readonly Option<string[]> Set = new("--set") { Description = "Override one key of the configuration, as in forest.trees=200; may be repeated.", HelpName = "KEY=VALUE" };

    private static readonly Option<string?> Importance = new("--importance") { Description = "Also measure what columns and families are worth, by permutation on the validation fold, and write that as CSV.", HelpName = "FILE" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check everything, print the resulting configuration, and stop." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "forest",
            "Train a random forest or boosted trees on metadata and features.",
            "atat forest --data catalog.parquet --features features.parquet --run forest",
            "atat forest --data catalog.parquet --features features.parquet --model boosted --run boosted",
            "atat forest --data catalog.parquet --inputs md --model balanced --run metadata-only",
            "atat forest --data catalog.parquet --features features.parquet --run forest --importance importance.csv",
            "atat forest --config examples/forest.yaml --data catalog.parquet --features features.parquet --run second")
        {
            Config, Data, Features, Run, Model, Inputs, Days, Seed, Set, Importance, DryRun, DeviceOptions.Threads,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(Model) is { } model && !Models.Contains(model, StringComparer.Ordinal))
            {
                result.AddError($"--model {model}: there are {string.Join(", ", Models)}");
            }

            if (result.GetValue(Features) is not null && result.GetValue(Inputs) is { } inputs && !inputs.Contains("feat", StringComparison.Ordinal))
            {
                result.AddError("--features goes with the input feat");
            }
        });
        verb.SetAction((arguments, cancellation) => Task.Run(() => Train(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Train(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var folder = RunFolders.ToMake(arguments.GetValue(Run)!);
        var config = Resolve(arguments);
        var path = config.Data.Catalog.Length > 0 ? config.Data.Catalog
            : throw new InputException("Nothing to train on; give --data CATALOG, or data.catalog in the configuration.");
        if (folder.Exists)
        {
            throw new InputException($"{folder.Path} already holds a run; choose another name.");
        }

        if (arguments.GetValue(Importance) is { } place)
        {
            OutputFile.CheckPlace(place, path);
        }

        var catalog = CatalogFile.Read(path, new ShareLog(terminal, "reading"));
        var split = TrainingSplit.Of(catalog, config.Data.ValidationFold);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{folder.Path}: {split.Training.Length:N0} objects to train on, {split.Validation.Length:N0} in validation fold {config.Data.ValidationFold}, {catalog.Schema.Taxonomy.Classes.Length} classes"));
        foreach (var finding in DataChecks.Of(catalog, split, config.MetadataColumns(catalog.Schema)))
        {
            terminal.Say($"check: {finding}");
        }

        if (arguments.GetValue(DryRun))
        {
            terminal.Print(TreeConfigFile.Write(config).TrimEnd());
            return;
        }

        var outcome = TreeTrainer.Run(
            config,
            catalog,
            folder,
            new TrainerOptions
            {
                Threads = arguments.GetValue(DeviceOptions.Threads),
                Command = ProgramInfo.Command(arguments.Tokens.Select(t => t.Value)),
                ProgramVersion = ProgramInfo.Version,
                DataHash = ProgramInfo.Hash(path),
                FeaturesHash = ProgramInfo.FeaturesHash(config),
            },
            new TreeLog(terminal),
            cancellation);
        Print(terminal, outcome);
        if (arguments.GetValue(Importance) is { } importance)
        {
            var permutations = TreePermutations.Of(folder, catalog, arguments.GetValue(DeviceOptions.Threads), new ShareLog(terminal, "permuting"), cancellation);
            OutputFile.Write(importance, file => File.WriteAllText(file, permutations.ToCsv()));
            Print(terminal, permutations);
        }

        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{folder.Path}: {outcome.Size:N0} values in {TrainingLog.Remaining(TimeSpan.FromSeconds(outcome.Seconds))}, validation macro F1 {outcome.Days[^1].MacroF1:F4} at day {outcome.Days[^1].Day}"));
        terminal.Say($"next: atat evaluate {folder.Path}");
    }

    private static void Print(Terminal terminal, TreeOutcome outcome)
    {
        var days = Tables.Create("Day", "validation macro F1", "accuracy");
        foreach (var day in outcome.Days)
        {
            days.AddRow([day.Day.ToString(CultureInfo.InvariantCulture), .. Tables.Cells("F4", day.MacroF1, day.Accuracy)]);
        }

        terminal.Print(days);
        var importances = Tables.Create("Importance of families", "share", "of columns", "share");
        importances.Columns[2].Alignment = Justify.Left;
        var (families, columns) = (outcome.Importances.Families, outcome.Importances.Columns);
        for (var i = 0; i < Math.Min(ColumnsShown, Math.Max(families.Length, columns.Length)); i++)
        {
            var family = i < families.Length ? [Markup.Escape(families[i].Family), .. Tables.Cells("P1", families[i].Importance)] : (string[])["", ""];
            var column = i < columns.Length ? [Markup.Escape(columns[i].Column), .. Tables.Cells("P1", columns[i].Importance)] : (string[])["", ""];
            importances.AddRow([.. family, .. column]);
        }

        terminal.Print(importances);
    }

    private static void Print(Terminal terminal, TreePermutations permutations)
    {
        var table = Tables.Create("Macro F1 lost without family", "", "±", "without column", "", "±");
        table.Columns[3].Alignment = Justify.Left;
        for (var i = 0; i < Math.Min(ColumnsShown, permutations.Columns.Length); i++)
        {
            table.AddRow([.. i < permutations.Families.Length ? Row(permutations.Families[i]) : ["", "", ""], .. Row(permutations.Columns[i])]);
        }

        terminal.Print(table);
        static IEnumerable<string> Row(PermutedColumns row) =>
            Tables.Cells("F4", row.Permutation.Mean, row.Permutation.Deviation).Prepend(Markup.Escape(row.Column ?? row.Family));
    }

    // Later settings override earlier ones: file, options, --set.
    private static TreeConfig Resolve(ParseResult arguments)
    {
        var config = arguments.GetValue(Config) is { } file ? TreeConfigFile.Read(file) : new TreeConfig();
        config = config with
        {
            Model = arguments.GetValue(Model) is { } model ? Enum.Parse<TreeKind>(model, ignoreCase: true) : config.Model,
            Inputs = arguments.GetValue(Inputs) is { } inputs ? inputs.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : config.Inputs,
            Days = arguments.GetValue(Days) is { } days ? DayList.Parse(days) : config.Days,
            Seed = arguments.GetValue(Seed) ?? config.Seed,
            Data = config.Data with { Catalog = arguments.GetValue(Data) ?? config.Data.Catalog, Features = arguments.GetValue(Features) ?? config.Data.Features },
        };
        var resolved = TreeConfigFile.With(config, arguments.GetValue(Set) ?? []);
        return resolved with { Data = resolved.Data.WithFullPaths() };
    }
}
