using System.CommandLine;
using System.Globalization;
using Atat.Training.Benchmarks;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat bench represent</c>: training steps of the autoencoders of chapter 3.</summary>
internal static class BenchRepresentVerb
{
    private static readonly Option<int> Batch = new("--batch") { Description = "Series of a step.", DefaultValueFactory = _ => 256, HelpName = "N" };

    private static readonly Option<int> Steps = new("--steps") { Description = "Steps to time; the medians are printed.", DefaultValueFactory = _ => 5, HelpName = "N" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "represent",
            "Time a training step of every autoencoder of chapter 3, in processor time.",
            "atat bench represent --threads 1")
        {
            Batch, Steps, DeviceOptions.Device, DeviceOptions.Threads,
        };
        verb.RequireAtLeastOne(Batch, Steps);
        verb.SetAction((arguments, cancellation) => Task.Run(() => Run(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Run(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        NativeNetwork.Require();
        var batch = arguments.GetValue(Batch);
        var table = Tables.Create("Encoder and decoder", "parameters", "ms a step", "steps/s", "series/s");
        foreach (var variant in RepresentationBenchmark.Variants)
        {
            cancellation.ThrowIfCancellationRequested();
            var (seconds, parameters) = RepresentationBenchmark.Measure(variant, batch, arguments.GetValue(Steps), arguments.GetValue(DeviceOptions.Device)!, arguments.GetValue(DeviceOptions.Threads));
            table.AddRow([
                variant.Key[..variant.Key.LastIndexOf('.')].Replace(".", " → ", StringComparison.Ordinal),
                parameters.ToString("N0", CultureInfo.InvariantCulture),
                .. Tables.Cells("F0", 1e3 * seconds),
                .. Tables.Cells("F2", 1 / seconds),
                .. Tables.Cells("F0", batch / seconds),
            ]);
            terminal.Update(variant.Key);
        }

        terminal.Print(table);
    }
}
