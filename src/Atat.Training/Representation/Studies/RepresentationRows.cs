using Atat.LightCurves;
using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;

namespace Atat.Training.Representation.Studies;

/// <summary>The rows of the tables of thesis chapter 3.</summary>
public static class RepresentationRows
{
    /// <summary>What can be varied.</summary>
    public static string[] Varied { get; } = ["decoder", "encoder", "loss"];

    /// <summary>The rows of an experiment.</summary>
    /// <param name="vary">One of <see cref="Varied"/>.</param>
    /// <param name="hasVariances">Whether the data have observed variances: then the loss that estimates the variance is the cross-entropy, else the likelihood.</param>
    /// <exception cref="InputException">There is no such experiment.</exception>
    public static IReadOnlyList<RepresentationVariant> Of(string vary, bool hasVariances)
    {
        var variance = hasVariances ? ReconstructionLoss.CrossEntropy : ReconstructionLoss.NegativeLogLikelihood;
        return vary switch
        {
            "decoder" => [.. Decoders(ReconstructionLoss.MeanSquaredError), .. Decoders(variance)],
            "encoder" => [.. Encoders(variance)],
            "loss" => [.. Losses(hasVariances)],
            _ => throw new InputException($"--vary {vary}: there are {string.Join(", ", Varied)}."),
        };
    }

    // Tables 3.1 to 3.5: the encoder is self-attention.
    private static IEnumerable<RepresentationVariant> Decoders(ReconstructionLoss loss)
    {
        (DecoderKind, PostDecoderKind)[] rows =
        [
            (DecoderKind.Attention, PostDecoderKind.None),
            (DecoderKind.Attention, PostDecoderKind.MultiTimeAttention),
            (DecoderKind.Perceptron, PostDecoderKind.None),
            (DecoderKind.Residual, PostDecoderKind.MultiTimeAttention),
            (DecoderKind.Lstm, PostDecoderKind.None),
            (DecoderKind.Lstm, PostDecoderKind.MultiTimeAttention),
        ];
        return rows.Select(row => new RepresentationVariant(EncoderKind.Attention, PreEncoderKind.None, row.Item1, row.Item2, loss));
    }

    // Tables 3.6 to 3.8: the decoder is the perceptron, and the variance is estimated.
    private static IEnumerable<RepresentationVariant> Encoders(ReconstructionLoss loss)
    {
        (PreEncoderKind, EncoderKind)[] rows =
        [
            (PreEncoderKind.None, EncoderKind.Attention),
            (PreEncoderKind.None, EncoderKind.Lstm),
            (PreEncoderKind.MultiTimeAttention, EncoderKind.Attention),
            (PreEncoderKind.MultiTimeAttention, EncoderKind.Residual),
            (PreEncoderKind.MultiTimeAttention, EncoderKind.Lstm),
            (PreEncoderKind.InterpolationPrediction, EncoderKind.Attention),
            (PreEncoderKind.InterpolationPrediction, EncoderKind.Residual),
            (PreEncoderKind.InterpolationPrediction, EncoderKind.Lstm),
        ];
        return rows.Select(row => new RepresentationVariant(row.Item2, row.Item1, DecoderKind.Perceptron, PostDecoderKind.None, loss));
    }

    private static IEnumerable<RepresentationVariant> Losses(bool hasVariances) => Enum.GetValues<ReconstructionLoss>()
        .Where(loss => hasVariances || loss != ReconstructionLoss.CrossEntropy)
        .Select(loss => new RepresentationVariant(EncoderKind.Attention, PreEncoderKind.None, DecoderKind.Perceptron, PostDecoderKind.None, loss));
}
