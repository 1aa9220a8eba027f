using Atat.Networks;
using Atat.Training.Batches;
using static TorchSharp.torch;

namespace Atat.Training;

/// <summary>Runs a network over samples without gradients.</summary>
internal static class Inference
{
    // The builder copies the observations of what it is given, so this bounds its memory.
    private const int SamplesAtOnce = 8192;

    private const int PartsAhead = 4;

    /// <summary>Logits (samples, classes), row-major, in the order of the samples' rows 0 … n - 1.</summary>
    public static float[] Logits(AtatModel model, BatchBuilder builder, Sample[] samples) =>
        Logits(model, Parts(builder, samples), samples.Length);

    /// <summary>Embeddings (samples, width of the embedding), row-major, in the order of the samples' rows 0 … n - 1.</summary>
    public static float[] Embeddings(AtatModel model, BatchBuilder builder, Sample[] samples) =>
        Run(model, Parts(builder, samples), samples.Length, model.Architecture.EmbeddingWidth, output => output.Embedding());

    /// <summary>Logits of micro-batches that together have the samples' rows 0 … n - 1; disposes of them.</summary>
    public static float[] Logits(AtatModel model, IEnumerable<MicroBatch> parts, int samples) =>
        Run(model, parts, samples, model.Architecture.Classes, output => output.Logits);

    private static IEnumerable<MicroBatch> Parts(BatchBuilder builder, Sample[] samples) =>
        Background.Prepare(samples.Chunk(SamplesAtOnce).SelectMany(chunk => builder.Build(chunk)), PartsAhead);

    private static float[] Run(AtatModel model, IEnumerable<MicroBatch> parts, int samples, int width, Func<AtatOutput, Tensor> wanted)
    {
        model.eval();
        var result = new float[samples * width];
        using var _ = no_grad();
        foreach (var part in parts)
        {
            using var scope = NewDisposeScope();
            using var batch = part;
            var values = wanted(model.forward(part.LightCurves, part.Tabular)).cpu().contiguous().data<float>().ToArray();
            for (var i = 0; i < part.Samples.Length; i++)
            {
                values.AsSpan(i * width, width).CopyTo(result.AsSpan(part.Samples[i].Row * width));
            }
        }

        return result;
    }
}
