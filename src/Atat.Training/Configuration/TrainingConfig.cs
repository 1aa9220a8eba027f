namespace Atat.Training.Configuration;

/// <summary>Everything needed to train a run again; stands as <c>config.yaml</c> in the run folder.</summary>
public sealed record TrainingConfig : IRunConfig
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

    /// <inheritdoc/>
    public string Summary => $"ATAT, inputs {string.Join(" + ", Inputs)}{(Window.Mta ? ", masked temporal augmentation" : string.Empty)}";

    /// <summary>Days after the first detection that light curves are cut at in training; positive infinity for whole ones.</summary>
    public IReadOnlyList<double> TrainingDays() => Window.Mta ? Window.Days : [double.PositiveInfinity];
}
