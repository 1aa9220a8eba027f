using static TorchSharp.torch;

namespace Atat.Networks;

/// <summary>What a forward pass gives; a branch that the variant lacks is null.</summary>
/// <param name="LightCurveEmbedding">(batch, light-curve width): class token before its head.</param>
/// <param name="TabularEmbedding">(batch, tabular width): class token before its head.</param>
/// <param name="LightCurve">Logits (batch, classes) of the light-curve head.</param>
/// <param name="Tabular">Logits (batch, classes) of the tabular head.</param>
/// <param name="Mix">Logits (batch, classes) of the joint head.</param>
public sealed record AtatOutput(Tensor? LightCurveEmbedding, Tensor? TabularEmbedding, Tensor? LightCurve, Tensor? Tabular, Tensor? Mix)
{
    /// <summary>The prediction: the joint head's logits where it exists, else those of the only head.</summary>
    public Tensor Logits => Mix ?? LightCurve ?? Tabular!;

    /// <summary>(batch, <see cref="AtatArchitecture.EmbeddingWidth"/>): what the head of the prediction reads, the class tokens after their last block, tabular first.</summary>
    public Tensor Embedding() => LightCurveEmbedding is not null && TabularEmbedding is not null
        ? cat([TabularEmbedding, LightCurveEmbedding], 1)
        : LightCurveEmbedding ?? TabularEmbedding!;

    /// <summary>Every head's logits, of those that exist.</summary>
    public IEnumerable<Tensor> Heads => new[] { LightCurve, Tabular, Mix }.OfType<Tensor>();
}
