using Atat.Metrics.Embeddings;

namespace Atat.Reports.Representation;

/// <summary>One trained autoencoder of the representation study, and what its embedding is worth (thesis section 3.3.3).</summary>
public sealed record RepresentationRun
{
    /// <summary>Data set, as <c>syn-a</c>, or the name of a catalog.</summary>
    public required string Dataset { get; init; }

    /// <summary>Encoder: <c>mha</c>, <c>lstm</c> or <c>resnet</c>.</summary>
    public required string Encoder { get; init; }

    /// <summary>Pre-encoder: <c>none</c>, <c>interpred</c> or <c>mtan</c>.</summary>
    public required string PreEncoder { get; init; }

    /// <summary>Decoder: <c>mha</c>, <c>mlp</c>, <c>lstm</c> or <c>resnet</c>.</summary>
    public required string Decoder { get; init; }

    /// <summary>Post-decoder: <c>none</c> or <c>mtan</c>.</summary>
    public required string PostDecoder { get; init; }

    /// <summary>Loss: <c>mse</c> (equation 3.1), <c>likelihood</c> (3.3) or <c>cross-entropy</c> (3.4).</summary>
    public required string Loss { get; init; }

    /// <summary>0-based number of the repetition; it is the seed.</summary>
    public int Repetition { get; init; }

    /// <summary>Series of a training step; 256 in the thesis.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>Share of the error's whole fall that a pass had to exceed for training to go on; 0 in the thesis.</summary>
    public double Tolerance { get; init; }

    /// <summary>Variance of the noise of a synthetic data set, 5 in the thesis; NaN where the series are made without, or not made.</summary>
    public double NoiseVariance { get; init; } = double.NaN;

    /// <summary>What it and its embedding are worth.</summary>
    public required RepresentationScores Scores { get; init; }
}
