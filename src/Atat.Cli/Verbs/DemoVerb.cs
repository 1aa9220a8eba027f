using System.CommandLine;
using System.Globalization;
using Atat.Formats.Parquet;
using Atat.LightCurves.Splits;
using Atat.Networks;
using Atat.Simulation;
using Atat.Training;
using Atat.Training.Configuration;
using Atat.Training.Runs;

namespace Atat.Cli.Verbs;

/// <summary><c>atat demo</c>: the whole chain on a small survey that it simulates itself.</summary>
internal static class DemoVerb
{
    private const int ObjectsPerClass = 300;
    private const int TestPerClass = 75;
    private const int Seed = 1;

    private static readonly Option<string> Out = new("--out", "-o") { Description = "Folder to write to; a demo that was interrupted goes on.", DefaultValueFactory = _ => "demo", HelpName = "FOLDER" };

    private static readonly Option<string[]> Set = new("--set") { Description = "Override one key of the configuration, as in stopping.steps=50; may be repeated.", HelpName = "KEY=VALUE" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "demo",
            "Simulate a small survey, train a small network on it, evaluate it: the whole chain in two minutes, without any data.",
            "atat demo",
            "atat demo --out elsewhere --threads 2")
        {
            Out, Set, DeviceOptions.Device, DeviceOptions.Threads,
        };
        verb.SetAction((arguments, cancellation) => Task.Run(() => Demonstrate(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    /// <summary>A network small enough to be trained in a minute on two processors.</summary>
    internal static TrainingConfig Configuration(string catalog) => Presets.Atat with
    {
        Data = new DataConfig { Catalog = Path.GetFullPath(catalog) },
        Window = new WindowConfig { Mta = true, Days = [2, 8, 32, 128, 2048] },
        Network = new NetworkConfig { LightCurve = new TransformerShape(4, 12, 2), Tabular = new TransformerShape(4, 8, 1), Harmonics = 32 },
        Optimiser = new OptimiserConfig { LearningRate = 3e-3, WarmupSteps = 30 },
        Batch = new BatchConfig { Size = 128 },
        Stopping = new StoppingConfig { Steps = 300, EvaluateEvery = 50 },
    };

    private static int Demonstrate(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        NativeNetwork.Require();
        var folder = arguments.GetValue(Out)!;
        var path = Path.Combine(folder, "catalog.parquet");
        var run = new RunFolder(Path.Combine(folder, "run"));
        if (!File.Exists(path))
        {
            var survey = new SimulatedSurvey(Seed, ClassRates.Balanced);
            var simulated = survey.Make(0, ObjectsPerClass * 20);
            CatalogFile.Write(path, StratifiedSplit.Apply(simulated, TestSize.PerClass(TestPerClass), StratifiedSplit.DefaultFolds, Seed));
        }

        var catalog = CatalogFile.Read(path);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{path}: {catalog.Count:N0} objects, {catalog.ObservationCount:N0} observations, {string.Join(", ", catalog.Schema.Taxonomy.Classes)}"));
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
        var config = ConfigFile.With(Configuration(path), arguments.GetValue(Set) ?? []);
        if (Trainer.Run(config, catalog, run, options, new TrainingLog(terminal), cancellation).Interrupted)
        {
            terminal.Say($"interrupted and saved; the same command goes on");
            return ExitCode.Interrupted;
        }

        var evaluated = new EvaluatedRun
        {
            Run = run,
            CatalogPath = path,
            Days = EvaluateVerb.DefaultDays,
            Folder = run.Evaluation,
            Device = options.Device,
            Threads = options.Threads,
            Command = command,
        };
        evaluated.Print(terminal, evaluated.Evaluate(terminal, cancellation));
        return ExitCode.Done;
    }
}
