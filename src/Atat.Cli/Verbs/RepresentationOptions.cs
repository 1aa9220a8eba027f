using System.CommandLine;
using Atat.LightCurves;
using Atat.Training.Representation;

namespace Atat.Cli.Verbs;

/// <summary>Options of every verb that trains autoencoders.</summary>
internal static class RepresentationOptions
{
    /// <summary>Training series.</summary>
    public static Option<int> Objects { get; } = new("--objects") { Description = "Training series at most; without it, all (10,000 of a synthetic set).", HelpName = "N" };

    /// <summary>Test series.</summary>
    public static Option<int> TestObjects { get; } = new("--test-objects") { Description = "Test series at most; without it, all (4,000 of a synthetic set).", HelpName = "N" };

    /// <summary>Table of periods.</summary>
    public static Option<string?> Periods { get; } = new("--periods") { Description = "Periods to fold a catalog with, from 'atat period'; without it, those that it has.", HelpName = "FILE" };

    /// <summary>Series of a step.</summary>
    public static Option<int?> BatchSize { get; } = new("--batch") { Description = "Series of a training step; 256 in the thesis.", HelpName = "N" };

    /// <summary>When an error counts as lower.</summary>
    public static Option<double?> Tolerance { get; } = new("--tolerance") { Description = "Stop when passes lower the error by no more than this share of its whole fall; 0 in the thesis, 0.02 for a first pass.", HelpName = "SHARE" };

    /// <summary>Passes at most.</summary>
    public static Option<int?> Epochs { get; } = new("--epochs") { Description = "Passes over the training set at most.", HelpName = "N" };

    /// <summary>Overrides.</summary>
    public static Option<string[]> Set { get; } = new("--set") { Description = "Override one key of the configuration, as in network.lstm_width=32; may be repeated.", HelpName = "KEY=VALUE" };

    /// <summary>Lays the options over a configuration.</summary>
    /// <exception cref="InputException">A key does not exist, or a value is of the wrong kind.</exception>
    public static RepresentationConfig Over(RepresentationConfig config, ParseResult arguments)
    {
        config = config with
        {
            BatchSize = arguments.GetValue(BatchSize) ?? config.BatchSize,
            Tolerance = arguments.GetValue(Tolerance) ?? config.Tolerance,
            MostEpochs = arguments.GetValue(Epochs) ?? config.MostEpochs,
            Data = config.Data with
            {
                Objects = arguments.GetResult(Objects) is null ? config.Data.Objects : arguments.GetValue(Objects),
                TestObjects = arguments.GetResult(TestObjects) is null ? config.Data.TestObjects : arguments.GetValue(TestObjects),
                Periods = arguments.GetValue(Periods) ?? config.Data.Periods,
            },
        };
        return RepresentationConfigFile.With(config, arguments.GetValue(Set) ?? []);
    }
}
