using System.Collections.Frozen;
using Atat.LightCurves;
using Atat.Networks;

namespace Atat.Training.Configuration;

/// <summary>Named settings to begin from.</summary>
public static class Presets
{
    /// <summary>All presets by name.</summary>
    public static FrozenDictionary<string, TrainingConfig> All { get; } = new[] { Atat, Thesis, Published }.ToFrozenDictionary(p => p.Preset, StringComparer.Ordinal);

    /// <summary>Ours: the default.</summary>
    public static TrainingConfig Atat => new();

    /// <summary>The setting of thesis section 4.3.6; the start of the weights, which it does not name, is ours.</summary>
    public static TrainingConfig Thesis => new()
    {
        Preset = "thesis",
        Network = new NetworkConfig { Scaling = FluxScaling.None, FirstHarmonic = 1, Dropout = 0.2, AttentionDropout = 0.2 },
        Optimiser = new OptimiserConfig
        {
            LearningRate = 2e-4,
            WeightDecay = 0,
            Beta2 = 0.999,
            WarmupSteps = 0,
            Schedule = Schedule.Constant,
            GradientClip = 0,
            Averaging = 0,
        },
        Stopping = new StoppingConfig { Steps = 2_000_000, EvaluateEvery = 20_000, Patience = 3 },
    };

    /// <summary>The setting of the published code, its look-ahead window and its thinning included.</summary>
    public static TrainingConfig Published => Thesis with
    {
        Preset = "published",
        Window = new WindowConfig { Rule = WindowRule.Published, PerBand = Thinning.PublishedLimit },
        Network = new NetworkConfig
        {
            Tabular = new TransformerShape(4, 32, 3),
            Inputs = 1,
            Scaling = FluxScaling.None,
            Dropout = 0,
            Initialisation = Initialisation.Published,
        },
        Optimiser = Thesis.Optimiser with { LearningRate = 1e-3, Beta1 = 0 },
    };
}
