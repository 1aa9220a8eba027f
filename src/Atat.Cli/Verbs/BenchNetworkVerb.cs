using System.CommandLine;
using System.Globalization;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Simulation;
using Atat.Training.Benchmarks;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat bench network</c>: inference and training, ragged against padded, and as a share of the matrix-product rate.</summary>
internal static class BenchNetworkVerb
{
    private static readonly Option<string?> Data = new("--data") { Description = "Catalog whose light curves to time; without it simulated ones, and ones as long as those of the SPCC.", HelpName = "CATALOG" };

    private static readonly Option<int> Objects = new("--objects", "-n") { Description = "Objects to time.", DefaultValueFactory = _ => 512, HelpName = "N" };

    private static readonly Option<int> Rounds = new("--rounds") { Description = "Times to measure everything; the medians are printed.", DefaultValueFactory = _ => 5, HelpName = "R" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "network",
            "Time the network on ragged light curves, on padded ones, and against this machine's matrix products.",
            "atat bench network",
            "atat bench network --data catalog.parquet --objects 2000 --threads 1")
        {
            Data, Objects, Rounds, DeviceOptions.Device, DeviceOptions.Threads,
        };
        verb.RequireAtLeastOne(Objects, Rounds);
        verb.SetAction((arguments, cancellation) => Task.Run(() => Run(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Run(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        NativeNetwork.Require();
        var count = arguments.GetValue(Objects);
        IEnumerable<(string Name, Func<Catalog> Catalog)> surveys = arguments.GetValue(Data) is { } path
            ? [(Path.GetFileName(path), () => First(CatalogFile.Read(path)))]
            : [("simulated survey", () => new SimulatedSurvey(1, ClassRates.Balanced).Make(0, count)), ("SPCC lengths", () => SpccLengths.Make(count))];
        Catalog First(Catalog catalog) => catalog.Select([.. Enumerable.Range(0, Math.Min(count, catalog.Count))]);
        foreach (var (name, catalog) in surveys)
        {
            using var benchmark = new NetworkBenchmark(catalog(), arguments.GetValue(DeviceOptions.Device)!, arguments.GetValue(DeviceOptions.Threads));
            var difference = benchmark.LargestDifference();
            var rounds = new List<NetworkRates>();
            for (var i = 0; i < arguments.GetValue(Rounds); i++)
            {
                cancellation.ThrowIfCancellationRequested();
                terminal.Update($"{name}: round {i + 1} of {arguments.GetValue(Rounds)}");
                rounds.Add(benchmark.Measure());
            }

            Print(terminal, name, benchmark, difference, rounds);
        }
    }

    private static void Print(Terminal terminal, string name, NetworkBenchmark benchmark, double difference, List<NetworkRates> rounds)
    {
        double Middle(Func<NetworkRates, double> of) => Median.Of([.. rounds.Select(of)]);
        var training = NetworkFlops.TrainingFactor * benchmark.Operations;
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{name}: {benchmark.Architecture.Bands} bands, {benchmark.Observations:F1} observations an object; {benchmark.Operations / 1e6:F1} MFLOP forward, {training / 1e6:F1} MFLOP training an object (matrix products, multiplication and addition as two)"));
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"matrix products: {Middle(r => r.MatrixRate) / 1e9:F0} GFLOP/s; logits of the two layouts differ by {difference:E1} at most"));
        var table = Tables.Create("", "ragged, objects/s", "ms an object", "padded, objects/s", "ragged / padded", "share of matrix rate");
        table.AddRow(["inference", .. Row(r => r.Inference, r => r.PaddedInference, benchmark.Operations)]);
        table.AddRow(["training", .. Row(r => r.Training, r => r.PaddedTraining, training)]);
        terminal.Print(table);
        IEnumerable<string> Row(Func<NetworkRates, double> ragged, Func<NetworkRates, double> padded, double operations) =>
            Tables.Cells("F0", Middle(ragged))
                .Concat(Tables.Cells("F2", 1e3 / Middle(ragged)))
                .Concat(Tables.Cells("F0", Middle(padded)))
                .Concat(Tables.Cells("F2", Middle(r => ragged(r) / padded(r))))
                .Concat(Tables.Cells("P0", Middle(r => ragged(r) * operations / r.MatrixRate)));
    }
}
