namespace Atat.Metrics.Embeddings;

/// <summary>What a trained autoencoder and its embedding are worth on the test set (thesis section 3.3.3); accuracies are shares of 0 to 1.</summary>
public sealed record RepresentationScores
{
    /// <summary>Series trained on.</summary>
    public int TrainingObjects { get; init; }

    /// <summary>Series that the scores are of.</summary>
    public int TestObjects { get; init; }

    /// <summary>Passes over the training set.</summary>
    public int Epochs { get; init; }

    /// <summary>Whether training ended because the error no longer fell; false where the limit of passes came first.</summary>
    public bool StoppedEarly { get; init; }

    /// <summary>Learned values of the autoencoder.</summary>
    public long Parameters { get; init; }

    /// <summary>Seconds of training, on <see cref="Threads"/> threads.</summary>
    public double TrainingSeconds { get; init; }

    /// <summary>Threads of the training.</summary>
    public int Threads { get; init; }

    /// <summary>Mean squared error of the reconstructed test series (equation 3.1), in the units of the series.</summary>
    public double MeanSquaredError { get; init; }

    /// <summary>Acc-Linear: a linear layer trained on the finished embedding.</summary>
    public double AccuracyLinear { get; init; }

    /// <summary>Acc-On-Linear: one trained beside the autoencoder.</summary>
    public double AccuracyOnlineLinear { get; init; }

    /// <summary>Acc-MLP: a perceptron trained on the finished embedding.</summary>
    public double AccuracyPerceptron { get; init; }

    /// <summary>Acc-On-MLP: one trained beside the autoencoder.</summary>
    public double AccuracyOnlinePerceptron { get; init; }

    /// <summary>Vote of the fifteen nearest training embeddings.</summary>
    public double AccuracyNeighbours { get; init; }

    /// <summary>The encoder, fine-tuned end to end with a tenth of the labels (table 3.8); NaN where too few are left.</summary>
    public double AccuracyFineTuned { get; init; } = double.NaN;

    /// <summary>Labelled series that it was fine-tuned with.</summary>
    public int FineTunedObjects { get; init; }
}
