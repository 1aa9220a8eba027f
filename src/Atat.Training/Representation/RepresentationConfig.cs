using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using Atat.Training.Configuration;
using Atat.Training.Representation.Data;
using Atat.Training.Representation.Studies;

namespace Atat.Training.Representation;

/// <summary>Everything needed to train an autoencoder again; stands as <c>config.yaml</c> in its run folder. Defaults are those of thesis section 3.3.4.</summary>
public sealed record RepresentationConfig : IRunConfig
{
    /// <summary>Name of a synthetic data set, or path of a catalog.</summary>
    public string Dataset { get; init; } = "syn-a";

    /// <summary>Which part of it.</summary>
    public RepresentationDataOptions Data { get; init; } = new();

    /// <summary>Parts of the autoencoder; the number of bands is that of the data.</summary>
    public RepresentationArchitecture Network { get; init; } = new();

    /// <summary>What is minimised.</summary>
    public ReconstructionLoss Loss { get; init; }

    /// <summary>Seed of weights and order.</summary>
    public int Seed { get; init; }

    /// <summary>Series of a step.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>
    /// Series that gradients are computed of at a time, and added up to those of the step; 0 for all of a step. On a processor what fits its cache is almost twice
    /// as fast; batch normalisation (ResNet decoders) takes its moments over so many.
    /// </summary>
    public int MicroBatch { get; init; } = 32;

    /// <summary>Learning rate of Adam.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Passes without a lower squared error of the training set after which training stops.</summary>
    public int Patience { get; init; } = 5;

    /// <summary>
    /// Share of the error's whole fall since the first pass by which a pass must be below the last that was, to count as lower: 0 in the thesis. The last hundredth of the
    /// fall may take most of the passes.
    /// </summary>
    public double Tolerance { get; init; }

    /// <summary>Passes at most.</summary>
    public int MostEpochs { get; init; } = 500;

    /// <summary>
    /// Steps of a pass at least: a small set is gone through several times before its error is compared, so that chance does not stop training. The thesis's
    /// smallest set has as many in one.
    /// </summary>
    public int LeastSteps { get; init; } = 40;

    /// <summary>Share of the training labels that the encoder is fine-tuned with; 0 for no fine-tuning.</summary>
    public double FineTuningShare { get; init; } = 0.1;

    /// <inheritdoc/>
    string[] IRunConfig.Inputs => ["lc"];

    /// <inheritdoc/>
    DataConfig IRunConfig.Data => new()
    {
        Catalog = RepresentationDatasets.IsSynthetic(Dataset) ? "" : Dataset,
        ValidationFold = Data.ValidationFold,
    };

    /// <inheritdoc/>
    string IRunConfig.Summary => $"autoencoder {RepresentationVariant.Of(this).Key}";
}
