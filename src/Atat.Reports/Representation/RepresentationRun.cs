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

    /// <summary>Series that the autoencoder was trained on.</summary>
    public int TrainingObjects { get; init; }

    /// <summary>Series that the scores are of.</summary>
    public int TestObjects { get; init; }

    /// <summary>Passes over the training set.</summary>
    public int Epochs { get; init; }

    /// <summary>Whether training ended because the error of the training set no longer fell; false where the limit of passes came first.</summary>
    public bool StoppedEarly { get; init; }

    /// <summary>Learned values of the autoencoder.</summary>
    public long Parameters { get; init; }

    /// <summary>Seconds of training, on <see cref="Threads"/> threads.</summary>
    public double TrainingSeconds { get; init; }

    /// <summary>Threads of the training.</summary>
    public int Threads { get; init; }

    /// <summary>Mean squared error of the reconstructed test series, in units of each series' variance.</summary>
    public double MeanSquaredError { get; init; }

    /// <summary>Share of test series that a linear layer on the finished embedding classifies correctly (Acc-Linear), of 0 to 1.</summary>
    public double AccuracyLinear { get; init; }

    /// <summary>The same of a linear layer trained beside the autoencoder, without gradients into it (Acc-On-Linear).</summary>
    public double AccuracyOnlineLinear { get; init; }

    /// <summary>The same of a multi-layer perceptron on the finished embedding (Acc-MLP).</summary>
    public double AccuracyPerceptron { get; init; }

    /// <summary>The same of a perceptron trained beside the autoencoder (Acc-On-MLP).</summary>
    public double AccuracyOnlinePerceptron { get; init; }

    /// <summary>The same of the nearest neighbours' vote.</summary>
    public double AccuracyNeighbours { get; init; }

    /// <summary>The same of the encoder fine-tuned end to end with a tenth of the labels (table 3.8); NaN where too few are left.</summary>
    public double AccuracyFineTuned { get; init; } = double.NaN;

    /// <summary>Labelled series that it was fine-tuned with.</summary>
    public int FineTunedObjects { get; init; }
}
