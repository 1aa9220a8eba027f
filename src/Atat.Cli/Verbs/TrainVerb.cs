using System.CommandLine;
using System.Globalization;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Training;
using Atat.Training.Checks;
using Atat.Training.Configuration;

namespace Atat.Cli.Verbs;

/// <summary><c>atat train</c>: a catalog to a run.</summary>
internal static class TrainVerb
{
    private static readonly Option<string?> Config = new("--config") { Description = "Configuration file (YAML); the other options override it.", HelpName = "FILE" };

    private static readonly Option<string?> Data = new("--data") { Description = "Catalog to train on, divided by 'atat split'.", HelpName = "CATALOG" };

    private static readonly Option<string?> Inputs = new("--inputs") { Description = "What the network reads, some of: lc (light curve), md (metadata), feat (features, with --features).", HelpName = "LC,MD,FEAT" };

    private static readonly Option<string?> Features = new("--features") { Description = "Features that the network reads beside the rest, from 'atat features' at the days trained at; adds feat to the inputs.", HelpName = "FILE" };

    private static readonly Option<bool> Mta = new("--mta") { Description = "Masked temporal augmentation: train on light curves cut at random days, for early classification." };

    private static readonly Option<string> Run = new("--run") { Description = "Name of the run (a folder in runs/), or a path.", Required = true, HelpName = "NAME" };

    private static readonly Option<string?> Preset = new("--preset") { Description = "Setting to begin from: atat (default), thesis, published.", HelpName = "PRESET" };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on from the run's checkpoint; its own configuration holds." };

    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of everything random.", HelpName = "S" };

    private static readonly Option<string[]> Set = new("--set") { Description = "Override one key of the configuration, as in optimiser.learning_rate=2e-4; may be repeated.", HelpName = "KEY=VALUE" };

    private static readonly Option<double?> For = new("--for") { Description = "Stop after this long and save, as on Ctrl-C; go on with --resume.", HelpName = "MINUTES" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check everything, print the resulting configuration, and stop." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "train",
            "Train a network on a catalog.",
            "atat train --data catalog.parquet --inputs lc,md --mta --run first",
            "atat train --data catalog.parquet --inputs lc,md --features features.parquet --mta --run with-features",
            "atat train --config first.yaml --set optimiser.learning_rate=2e-4 --run second",
            "atat train --run first --resume")
        {
            Config, Data, Inputs, Features, Mta, Run, Preset, Resume, Seed, Set, For, DryRun, DeviceOptions.Device, DeviceOptions.Threads,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(For) is <= 0)
            {
                result.AddError("--for takes minutes above 0");
            }

            Option[] settings = [Config, Preset, Inputs, Features, Mta, Seed, Set];
            if (result.GetValue(Resume) && settings.FirstOrDefault(o => result.GetResult(o) is { Implicit: false }) is { } setting)
            {
                result.AddError($"{setting.Name} cannot change a run that is resumed");
            }

            if (result.GetValue(Config) is not null && result.GetValue(Preset) is not null)
            {
                result.AddError("give --config or --preset, not both; a configuration file names its preset itself");
            }
        });
        verb.SetAction((arguments, cancellation) => Task.Run(() => Train(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static int Train(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var resume = arguments.GetValue(Resume);
        var folder = resume ? RunFolders.ToRead(arguments.GetValue(Run)!) : RunFolders.ToMake(arguments.GetValue(Run)!);
        var config = resume ? folder.ReadConfig() : Resolve(arguments);
        var path = resume ? arguments.GetValue(Data) ?? config.Data.Catalog : config.Data.Catalog;
        if (path.Length == 0)
        {
            throw new InputException("Nothing to train on; give --data CATALOG, or data.catalog in the configuration.");
        }

        if (folder.Exists && !resume)
        {
            throw new InputException($"{folder.Path} already holds a run; choose another name, or add --resume to go on with it.");
        }

        var catalog = CatalogFile.Read(path, new ShareLog(terminal, "reading"));
        var split = TrainingSplit.Of(catalog, config.Data.ValidationFold);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{folder.Path}: {split.Training.Length:N0} objects to train on, {split.Validation.Length:N0} in validation fold {config.Data.ValidationFold}, {catalog.Schema.Taxonomy.Classes.Length} classes"));
        if (!resume)
        {
            foreach (var finding in DataChecks.Of(catalog, split, config.MetadataColumns(catalog.Schema)))
            {
                terminal.Say($"check: {finding}");
            }
        }

        if (arguments.GetValue(DryRun))
        {
            terminal.Print(ConfigFile.Write(config).TrimEnd());
            return ExitCode.Done;
        }

        NativeNetwork.Require();
        var options = new TrainerOptions
        {
            Device = arguments.GetValue(DeviceOptions.Device)!,
            Threads = arguments.GetValue(DeviceOptions.Threads),
            Resume = resume,
            Command = ProgramInfo.Command(arguments.Tokens.Select(t => t.Value)),
            ProgramVersion = ProgramInfo.Version,
            DataHash = ProgramInfo.Hash(path),
            FeaturesHash = ProgramInfo.FeaturesHash(config),
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (arguments.GetValue(For) is { } minutes)
        {
            limit.CancelAfter(TimeSpan.FromMinutes(minutes));
        }

        var outcome = Trainer.Run(config, catalog, folder, options, new TrainingLog(terminal), limit.Token);
        if (outcome.Interrupted)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"interrupted after step {outcome.Steps:N0} and saved; go on with: atat train --run {folder.Path} --resume"));
            return ExitCode.Interrupted;
        }

        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{folder.Path}: {outcome.Steps:N0} steps in {TrainingLog.Remaining(TimeSpan.FromSeconds(outcome.Seconds))}, best validation macro F1 {outcome.BestMacroF1:F4}"));
        terminal.Say($"next: atat evaluate {folder.Path}");
        return ExitCode.Done;
    }

    // Later settings override earlier ones: preset or file, options, --set.
    private static TrainingConfig Resolve(ParseResult arguments)
    {
        var config = arguments.GetValue(Config) is { } file ? ConfigFile.Read(file) : ConfigFile.Preset(arguments.GetValue(Preset) ?? Presets.Atat.Preset);
        if (arguments.GetValue(Data) is { } data)
        {
            config = config with { Data = config.Data with { Catalog = data } };
        }

        if (arguments.GetValue(Inputs) is { } inputs)
        {
            config = config with { Inputs = inputs.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) };
        }

        if (arguments.GetValue(Features) is { } features)
        {
            config = config with { Data = config.Data with { Features = features }, Inputs = [.. config.Inputs.Union(["feat"], StringComparer.Ordinal)] };
        }

        if (arguments.GetValue(Mta))
        {
            config = config with { Window = config.Window with { Mta = true } };
        }

        if (arguments.GetValue(Seed) is { } seed)
        {
            config = config with { Seed = seed };
        }

        var resolved = ConfigFile.With(config, arguments.GetValue(Set) ?? []);
        return resolved with { Data = resolved.Data.WithFullPaths() };
    }
}
