using System.CommandLine;
using System.Globalization;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.LightCurves.Splits;
using Atat.Simulation;
using Atat.Training;
using Atat.Training.Configuration;
using Atat.Training.Runs;

namespace Atat.Cli.Verbs;

/// <summary><c>atat demo</c>: the whole chain on a survey that it simulates itself.</summary>
internal static class DemoVerb
{
    private const int Seed = 1;

    private static readonly Option<string?> Out = new("--out", "-o") { Description = "Folder to write to; a demo that was interrupted goes on. Without it demo, demo-quick or demo-full.", HelpName = "FOLDER" };

    private static readonly Option<bool> Quick = new("--quick") { Description = "Fewer objects and a smaller network: within a minute." };

    private static readonly Option<bool> Full = new("--full") { Description = "Simulate 40,000 objects and train the usual network: hours." };

    private static readonly Option<string[]> Set = new("--set") { Description = "Override one key of the configuration, as in stopping.steps=50; may be repeated.", HelpName = "KEY=VALUE" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "demo",
            "Simulate a survey of 20 classes, train a network on light curves and metadata, evaluate it: the whole chain in minutes, without any data.",
            "atat demo",
            "atat demo --quick --out elsewhere --threads 2")
        {
            Out, Quick, Full, Set, DeviceOptions.Device, DeviceOptions.Threads,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(Quick) && result.GetValue(Full))
            {
                result.AddError("give at most one of --quick and --full");
            }
        });
        verb.SetAction((arguments, cancellation) => Task.Run(() => Demonstrate(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    /// <summary>What is trained.</summary>
    internal static TrainingConfig Configuration(DemoSize size, string catalog) => Presets.Atat with
    {
        Data = new DataConfig { Catalog = Path.GetFullPath(catalog) },
        Window = new WindowConfig { Mta = true, Days = [2, 8, 32, 128, 2048] },
        Network = size.Network,
        Optimiser = size == DemoSize.Full ? new OptimiserConfig() : new OptimiserConfig { LearningRate = 2e-3, WarmupSteps = 40 },
        Batch = new BatchConfig { Size = 128 },
        Stopping = new StoppingConfig { Steps = size.Steps, EvaluateEvery = size.EvaluateEvery },
    };

    private static int Demonstrate(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        NativeNetwork.Require();
        var size = arguments.GetValue(Quick) ? DemoSize.Quick : arguments.GetValue(Full) ? DemoSize.Full : DemoSize.Usual;
        var folder = arguments.GetValue(Out) ?? size.Folder;
        var path = Path.Combine(folder, "catalog.parquet");
        if (!File.Exists(path))
        {
            Simulate(terminal, size, path, cancellation);
        }

        var catalog = CatalogFile.Read(path);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{path}: {catalog.Count:N0} objects of {catalog.Schema.Taxonomy.Classes.Length} classes, {catalog.ObservationCount:N0} observations in {string.Concat(catalog.Schema.Passbands.Select(band => band.Name))}, {catalog.Schema.Metadata.Length} metadata columns"));
        var run = new RunFolder(Path.Combine(folder, "run"));
        var command = ProgramInfo.Command(arguments.Tokens.Select(t => t.Value));
        var options = new TrainerOptions
        {
            Device = arguments.GetValue(DeviceOptions.Device)!,
            Threads = arguments.GetValue(DeviceOptions.Threads),
            Resume = run.Exists,
            Command = command,
            ProgramVersion = ProgramInfo.Version,
            DataHash = ProgramInfo.Hash(path),
        };
        var config = ConfigFile.With(Configuration(size, path), arguments.GetValue(Set) ?? []);
        if (Trainer.Run(config, catalog, run, options, new TrainingLog(terminal), cancellation).Interrupted)
        {
            terminal.Say($"interrupted and saved; the same command goes on");
            return ExitCode.Interrupted;
        }

        var evaluated = new EvaluatedRun
        {
            Run = run,
            CatalogPath = path,
            Days = size.Days,
            Folder = run.Evaluation,
            Device = options.Device,
            Threads = options.Threads,
            Command = command,
        };
        var summary = evaluated.Evaluate(terminal, cancellation);
        evaluated.Print(terminal, summary);
        var whole = summary.Days[^1].MacroF1;
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"macro F1 over {catalog.Schema.Taxonomy.Classes.Length} classes, whole light curves: {whole.Estimate:F3} (95 % interval {whole.Low:F3} to {whole.High:F3})"));
        return ExitCode.Done;
    }

    private static void Simulate(Terminal terminal, DemoSize size, string path, CancellationToken cancellation)
    {
        var survey = new SimulatedSurvey(Seed, ClassRates.Balanced);
        var count = size.ObjectsPerClass * SimulatedSurvey.Schema.Taxonomy.Classes.Length;
        var progress = new ShareLog(terminal, "simulating");
        var builder = new CatalogBuilder(SimulatedSurvey.Schema);
        foreach (var part in survey.Stream(0, count, cancellation))
        {
            builder.Add(part);
            progress.Report((double)builder.Count / count);
        }

        CatalogFile.Write(path, StratifiedSplit.Apply(builder.Build(), TestSize.PerClass(size.TestPerClass), StratifiedSplit.DefaultFolds, Seed));
    }
}
