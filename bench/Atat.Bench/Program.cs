using System.Diagnostics;
using System.Globalization;
using Atat.Bench;
using Atat.Training.Benchmarks;
using static TorchSharp.torch;

// Training at the lengths of the SPCC: the network of this project against one written plainly, on the same batches, in turn.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var threads = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
const int Objects = 512;
const double Dropout = 0.1;
using var benchmark = new NetworkBenchmark(SpccLengths.Make(Objects), "cpu", threads);
using var plain = new PlainNetwork(benchmark.Architecture, Dropout);
using var optimiser = optim.AdamW(plain.parameters(), lr: 0);
List<(double Matrix, double Ours, double Plain)> times = [];
for (var round = 0; round < rounds; round++)
{
    var ours = benchmark.TrainingPass();
    times.Add((MatrixRate.Measure(CPU), 1e3 / ours, PlainPass()));
}

double Median(Func<(double Matrix, double Ours, double Plain), double> of) => times.Select(of).Order().ElementAt(rounds / 2);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"training at {benchmark.Observations:F1} observations an object, {threads} threads, matrix products {Median(t => t.Matrix) / 1e9:F0} GFLOP/s"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"this network {Median(t => t.Ours):F2} ms an object, plain {Median(t => t.Plain):F2} ms, ratio {Median(t => t.Ours / t.Plain):F2}"));

double PlainPass()
{
    var clock = Stopwatch.StartNew();
    plain.train();
    foreach (var prepared in benchmark.Batches())
    {
        using var batch = prepared;
        optimiser.zero_grad();
        foreach (var part in batch.Parts)
        {
            using var scope = NewDisposeScope();
            var labels = tensor([.. part.Samples.Select(s => (long)(s.Index % benchmark.Architecture.Classes))]);
            var loss = nn.functional.cross_entropy(plain.forward(part.LightCurves!), labels, reduction: nn.Reduction.Sum) / batch.Size;
            loss.backward();
        }

        using var step = NewDisposeScope();
        nn.utils.clip_grad_norm_(plain.parameters(), 1);
        optimiser.step();
    }

    return 1e3 * clock.Elapsed.TotalSeconds / Objects;
}
