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
        Logits(model, Background.Prepare(samples.Chunk(SamplesAtOnce).SelectMany(chunk => builder.Build(chunk)), PartsAhead), samples.Length);

    /// <summary>The same for micro-batches that together have the samples' rows 0 … n - 1; disposes of them.</summary>
    public static float[] Logits(AtatModel model, IEnumerable<MicroBatch> parts, int samples)
    {
        model.eval();
        var classes = model.Architecture.Classes;
        var result = new float[samples * classes];
        using var _ = no_grad();
        foreach (var part in parts)
        {
            using var scope = NewDisposeScope();
            using var batch = part;
            var logits = model.forward(part.LightCurves, part.Tabular).Logits.cpu().contiguous().data<float>().ToArray();
            for (var i = 0; i < part.Samples.Length; i++)
            {
                logits.AsSpan(i * classes, classes).CopyTo(result.AsSpan(part.Samples[i].Row * classes));
            }
        }

        return result;
    }
}
