using Atat.Training.Representation;
using Atat.Training.Representation.Data;
using Atat.Training.Representation.Studies;
using TorchSharp;

namespace Atat.Training.Benchmarks;

/// <summary>Times training steps of the autoencoders of chapter 3 on series of the synthetic sets, 160 observations each.</summary>
public static class RepresentationBenchmark
{
    /// <summary>The autoencoders: all rows of the tables, each once.</summary>
    public static IReadOnlyList<RepresentationVariant> Variants { get; } =
    [
        .. RepresentationRows.Of("decoder", hasVariances: false).Concat(RepresentationRows.Of("encoder", hasVariances: false))
            .Where(v => v.Loss == Networks.Representation.Losses.ReconstructionLoss.NegativeLogLikelihood).Distinct(),
    ];

    /// <summary>Times one autoencoder: a step to warm up, then some that are measured.</summary>
    /// <param name="variant">Its parts.</param>
    /// <param name="batch">Series of a step.</param>
    /// <param name="steps">Steps to measure.</param>
    /// <param name="deviceName">Device.</param>
    /// <param name="threads">Threads.</param>
    /// <returns>Median processor seconds of a step on the CPU, of all threads together; and the number of learned values.</returns>
    public static (double Seconds, long Parameters) Measure(RepresentationVariant variant, int batch, int steps, string deviceName, int threads)
    {
        using var scope = torch.NewDisposeScope();
        var device = Devices.Open(deviceName, threads);
        var config = variant.In(new RepresentationConfig { Dataset = RepresentationDatasets.Synthetic[0], BatchSize = batch, Data = new() { Objects = batch * 2, TestObjects = 2 } });
        var data = RepresentationDatasets.Open(config.Dataset, config.Data);
        using var training = new Pretraining(config, data, device);
        var batches = SeriesOrder.ByLength(data.Training, batch).ToArray();
        training.Step(batches[0], 0);
        var times = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            var began = ProcessorTime.Now;
            training.Step(batches[i % batches.Length], i + 1);
            times[i] = ProcessorTime.Now - began;
        }

        return (Median.Of(times), training.Network.ParameterCount);
    }
}
