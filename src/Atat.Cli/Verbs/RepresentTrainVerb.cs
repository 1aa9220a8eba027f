using System.CommandLine;
using System.Globalization;
using Atat.Metrics.Embeddings;
using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using Atat.Training;
using Atat.Training.Representation;
using Atat.Training.Representation.Data;
using Atat.Training.Representation.Studies;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat represent train</c>: one autoencoder.</summary>
internal static class RepresentTrainVerb
{
    private static readonly Option<string?> Config = new("--config") { Description = "Configuration in YAML; other options go over it.", HelpName = "FILE" };

    private static readonly Option<string?> Dataset = new("--dataset") { Description = "Data set: syn-a, syn-b, syn-c, or a catalog divided by 'atat split'.", HelpName = "D" };

    private static readonly Option<string?> Encoder = new("--encoder") { Description = "Encoder: " + PartNames.All<EncoderKind>() + ".", HelpName = "NAME" };

    private static readonly Option<string?> PreEncoder = new("--pre-encoder") { Description = "Pre-encoder: " + PartNames.All<PreEncoderKind>() + ".", HelpName = "NAME" };

    private static readonly Option<string?> Decoder = new("--decoder") { Description = "Decoder: " + PartNames.All<DecoderKind>() + ".", HelpName = "NAME" };

    private static readonly Option<string?> PostDecoder = new("--post-decoder") { Description = "Post-decoder: " + PartNames.All<PostDecoderKind>() + ".", HelpName = "NAME" };

    private static readonly Option<string?> Loss = new("--loss") { Description = "Loss: " + PartNames.All<ReconstructionLoss>() + ".", HelpName = "NAME" };

    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of weights and order.", HelpName = "N" };

    private static readonly Option<string> Run = new("--run") { Description = "Name or folder of the run; one that was stopped is gone on with.", Required = true, HelpName = "NAME" };

    private static readonly Option<double?> For = new("--for") { Description = "Minutes after which training stops; the same command goes on with it.", HelpName = "MINUTES" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "train",
            "Train one autoencoder to early stopping and score its embedding.",
            "atat represent train --dataset syn-a --decoder mlp --loss likelihood --objects 1000 --run syn-a-mlp",
            "atat represent train --dataset catalog.parquet --pre-encoder interpred --encoder lstm --loss cross-entropy --run folded")
        {
            Config, Dataset, Encoder, PreEncoder, Decoder, PostDecoder, Loss, Seed, Run, For,
            RepresentationOptions.Objects, RepresentationOptions.TestObjects, RepresentationOptions.Periods, RepresentationOptions.BatchSize, RepresentationOptions.Tolerance, RepresentationOptions.Epochs, RepresentationOptions.Set,
            DeviceOptions.Device, DeviceOptions.Threads,
        };
        verb.SetAction((arguments, cancellation) => Task.Run(() => Train(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Train(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        NativeNetwork.Require();
        var config = Resolve(arguments);
        RepresentationDatasets.Require(config.Dataset);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (arguments.GetValue(For) is { } minutes)
        {
            limit.CancelAfter(TimeSpan.FromMinutes(minutes));
        }

        var folder = new RepresentationRunFolder(RunFolders.ToMake(arguments.GetValue(Run)!).Path);
        var scores = AutoencoderTrainer.Run(
            config,
            folder,
            new TrainerOptions
            {
                Device = arguments.GetValue(DeviceOptions.Device)!,
                Threads = arguments.GetValue(DeviceOptions.Threads),
                Command = ProgramInfo.Command(arguments.Tokens.Select(t => t.Value)),
                ProgramVersion = ProgramInfo.Version,
                DataHash = File.Exists(config.Dataset) ? ProgramInfo.Hash(config.Dataset) : "",
            },
            new RepresentationLog(terminal),
            limit.Token);
        Print(terminal, scores);
        terminal.Print(string.Create(
            CultureInfo.InvariantCulture,
            $"{folder.Path}: {scores.Epochs} passes ({(scores.StoppedEarly ? "stopped early" : "the limit")}) in {TrainingLog.Remaining(TimeSpan.FromSeconds(scores.TrainingSeconds))}, {scores.Parameters:N0} parameters"));
    }

    private static RepresentationConfig Resolve(ParseResult arguments)
    {
        var config = arguments.GetValue(Config) is { } file ? RepresentationConfigFile.Read(file) : new RepresentationConfig();
        T Part<T>(Option<string?> option, T otherwise)
            where T : struct, Enum => arguments.GetValue(option) is { } name ? PartNames.Parse<T>(name, option.Name) : otherwise;
        return RepresentationOptions.Over(
            config with
            {
                Dataset = arguments.GetValue(Dataset) ?? config.Dataset,
                Seed = arguments.GetValue(Seed) ?? config.Seed,
                Loss = Part(Loss, config.Loss),
                Network = config.Network with
                {
                    Encoder = Part(Encoder, config.Network.Encoder),
                    PreEncoder = Part(PreEncoder, config.Network.PreEncoder),
                    Decoder = Part(Decoder, config.Network.Decoder),
                    PostDecoder = Part(PostDecoder, config.Network.PostDecoder),
                },
            },
            arguments);
    }

    private static void Print(Terminal terminal, RepresentationScores scores)
    {
        var table = Tables.Create("Score", "test set");
        void Row(string name, double value, string format) => table.AddRow(name, double.IsNaN(value) ? "" : value.ToString(format, CultureInfo.InvariantCulture));
        Row("mean squared error", scores.MeanSquaredError, "F4");
        Row("Acc-Linear", scores.AccuracyLinear, "P2");
        Row("Acc-On-Linear", scores.AccuracyOnlineLinear, "P2");
        Row("Acc-MLP", scores.AccuracyPerceptron, "P2");
        Row("Acc-On-MLP", scores.AccuracyOnlinePerceptron, "P2");
        Row("15 nearest neighbours", scores.AccuracyNeighbours, "P2");
        Row(string.Create(CultureInfo.InvariantCulture, $"fine-tuned, {scores.FineTunedObjects:N0} labels"), scores.AccuracyFineTuned, "P2");
        terminal.Print(table);
    }
}
