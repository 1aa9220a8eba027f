using Atat.LightCurves;
using Atat.Networks;
using Atat.Networks.Representation;
using Atat.Networks.Weights;
using Atat.Training.Representation.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Training.Representation;

/// <summary>A trained autoencoder, opened from its run folder to embed and to reconstruct.</summary>
public sealed class AutoencoderRun : IDisposable
{
    private readonly Autoencoder network;
    private readonly Device device;

    private AutoencoderRun(RepresentationConfig config, Autoencoder network, Device device) => (Config, this.network, this.device) = (config, network, device);

    /// <summary>What it was trained with.</summary>
    public RepresentationConfig Config { get; }

    /// <summary>Width of an embedding.</summary>
    public int Width => network.EmbeddingWidth;

    /// <summary>Opens a run.</summary>
    /// <exception cref="InputException">The folder holds no trained autoencoder, or there is no such device.</exception>
    public static AutoencoderRun Open(RepresentationRunFolder folder, string device = "cpu", int threads = 0)
    {
        var opened = Devices.Open(device, threads);
        var config = folder.ReadConfig();
        if (!File.Exists(folder.Best))
        {
            throw new InputException($"{folder.Path} holds no weights yet; train it to the end.");
        }

        var autoencoder = RepresentationParts.Autoencoder(config.Network);
        ModelWeights.LoadAll(autoencoder, folder.Best);
        autoencoder.to(opened);
        autoencoder.eval();
        return new(config, autoencoder, opened);
    }

    /// <summary>Embeds all series of a set.</summary>
    /// <returns>(series, <see cref="Width"/>), row-major.</returns>
    public float[] Embed(SeriesSet set)
    {
        using var embedded = Embedding.Of(network, set, Config.BatchSize, device);
        return embedded.Embeddings.cpu().data<float>().ToArray();
    }

    /// <summary>Embeds a series and decodes it anywhere.</summary>
    /// <param name="set">Where the series stands.</param>
    /// <param name="row">Which one.</param>
    /// <param name="band">0-based band that is decoded.</param>
    /// <param name="times">Of 0 to 1, ascending.</param>
    /// <returns>Mean and standard deviation at every time.</returns>
    public (float[] Mean, float[] Deviation) Reconstruct(SeriesSet set, int row, int band, ReadOnlySpan<float> times)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var series = set.Pack([row], device);
        using var number = TensorArithmetic.Number(band);
        var points = new TimePoints(tensor(times.ToArray(), [1, times.Length], device: device), full([1, times.Length], number, ScalarType.Int64, device));
        using var half = TensorArithmetic.Number(0.5);
        var prediction = network.Decode(network.Embed(series), points);
        return (prediction.Mean.cpu().data<float>().ToArray(), prediction.LogVariance.mul(half).exp().cpu().data<float>().ToArray());
    }

    /// <inheritdoc/>
    public void Dispose() => network.Dispose();
}
