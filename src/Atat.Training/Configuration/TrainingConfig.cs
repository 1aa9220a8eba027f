using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Training.Configuration;

/// <summary>Everything needed to train a run again; stands as <c>config.yaml</c> in the run folder.</summary>
public sealed record TrainingConfig
{
    /// <summary>Name of the preset this began from.</summary>
    public string Preset { get; init; } = "atat";

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What the network reads: <c>lc</c> (light curve), <c>md</c> (metadata), <c>feat</c> (features).</summary>
    public string[] Inputs { get; init; } = ["lc", "md"];

    /// <summary>Which data.</summary>
    public DataConfig Data { get; init; } = new();

    /// <summary>Which observations.</summary>
    public WindowConfig Window { get; init; } = new();

    /// <summary>The network.</summary>
    public NetworkConfig Network { get; init; } = new();

    /// <summary>The optimiser.</summary>
    public OptimiserConfig Optimiser { get; init; } = new();

    /// <summary>Batches.</summary>
    public BatchConfig Batch { get; init; } = new();

    /// <summary>Perturbations.</summary>
    public AugmentationConfig Augmentation { get; init; } = new();

    /// <summary>Evaluation and end.</summary>
    public StoppingConfig Stopping { get; init; } = new();

    /// <summary>Whether the network reads features.</summary>
    public bool ReadsFeatures => Inputs.Contains("feat", StringComparer.Ordinal);

    /// <summary>Days after the first detection that light curves are cut at in training; positive infinity for whole ones.</summary>
    public IReadOnlyList<double> TrainingDays() => Window.Mta ? Window.Days : [double.PositiveInfinity];

    /// <summary>Metadata columns that the network reads of a catalog: those named, or else all; none without metadata as input.</summary>
    public ImmutableArray<string> MetadataColumns(CatalogSchema schema) =>
        !Inputs.Contains("md", StringComparer.Ordinal) ? []
        : Data.Metadata.Length > 0 ? [.. Data.Metadata]
        : [.. schema.Metadata.Select(m => m.Name)];
}
