using Atat.LightCurves;
using Atat.Networks;

namespace Atat.Training.Configuration;

/// <summary>Ranges that the kinds of values cannot express.</summary>
internal static class ConfigChecks
{
    private const double LargestRedshiftChange = 0.2;

    /// <summary>Returns the configuration if every value is in its range.</summary>
    /// <exception cref="InputException">A value is not; the message names its key.</exception>
    public static TrainingConfig Check(TrainingConfig config, string source)
    {
        var range = new ConfigRange(source);
        var (network, optimiser, batch, augmentation, stopping) = (config.Network, config.Optimiser, config.Batch, config.Augmentation, config.Stopping);
        range.Require(config.Inputs.Length > 0 && config.Inputs.All(i => i is "lc" or "md" or "feat"), "inputs", string.Join(',', config.Inputs), "some of lc, md, feat");
        range.Require(config.Data.ValidationFold >= 0, "data.validation_fold", config.Data.ValidationFold, "0 or more");
        range.Require(config.Window.PerBand is 0 or >= 2, "window.per_band", config.Window.PerBand, "0 (all) or at least 2");
        range.Require(config.Window is { PerBand: 0 } or { Rule: WindowRule.Published }, "window.per_band", config.Window.PerBand, "0 under the causal rule, since thinning looks ahead");
        range.Require(config.Window.Days.Length > 0 && config.Window.Days.All(d => d > 0), "window.days", string.Join(',', config.Window.Days), "days above 0");
        range.Require(network.LightCurve is { Heads: > 0, HeadWidth: > 0, Layers: > 0 }, "network.light_curve", network.LightCurve, "positive");
        range.Require(network.Tabular is { Heads: > 0, HeadWidth: > 0, Layers: > 0 }, "network.tabular", network.Tabular, "positive");
        range.Require(network.TabularTokens == TabularPlacement.Branch || (config.Inputs.Contains("lc", StringComparer.Ordinal) && config.Inputs.Any(i => i != "lc")), "network.tabular_tokens", network.TabularTokens, "branch where the inputs are not lc and one of md, feat: there is no sequence of both");
        range.Require(network.Inputs is 1 or 2, "network.inputs", network.Inputs, "1 or 2");
        range.Require(network.Harmonics > 0, "network.harmonics", network.Harmonics, "1 or more");
        range.Require(network.FirstHarmonic is 0 or 1, "network.first_harmonic", network.FirstHarmonic, "0 or 1");
        range.Require(network.Period > 0, "network.period", network.Period, "above 0 days");
        range.Require(network.Dropout is >= 0 and < 1, "network.dropout", network.Dropout, "from 0 to below 1");
        range.Require(network.AttentionDropout is >= 0 and < 1, "network.attention_dropout", network.AttentionDropout, "from 0 to below 1");
        range.Require(optimiser.LearningRate > 0, "optimiser.learning_rate", optimiser.LearningRate, "above 0");
        range.Require(optimiser.WeightDecay >= 0, "optimiser.weight_decay", optimiser.WeightDecay, "0 or more");
        range.Require(optimiser.Beta1 is >= 0 and < 1, "optimiser.beta1", optimiser.Beta1, "from 0 to below 1");
        range.Require(optimiser.Beta2 is >= 0 and < 1, "optimiser.beta2", optimiser.Beta2, "from 0 to below 1");
        range.Require(optimiser.WarmupSteps >= 0, "optimiser.warmup_steps", optimiser.WarmupSteps, "0 or more");
        range.Require(optimiser.GradientClip >= 0, "optimiser.gradient_clip", optimiser.GradientClip, "0 or more");
        range.Require(optimiser.Averaging is >= 0 and < 1, "optimiser.averaging", optimiser.Averaging, "from 0 to below 1");
        range.Require(optimiser.LabelSmoothing is >= 0 and < 1, "optimiser.label_smoothing", optimiser.LabelSmoothing, "from 0 to below 1");
        range.Require(batch.Size > 0, "batch.size", batch.Size, "1 or more");
        range.Require(batch.MicroBatchTokens > 0, "batch.micro_batch_tokens", batch.MicroBatchTokens, "1 or more");
        range.Require(augmentation.DropObservations is >= 0 and < 1, "augmentation.drop_observations", augmentation.DropObservations, "from 0 to below 1");
        range.Require(augmentation.Redshift is >= 0 and <= LargestRedshiftChange, "augmentation.redshift", augmentation.Redshift, "from 0 to 0.2, since the passbands' place in the spectrum is left as it is");
        range.Require(augmentation.Redshift == 0 || !config.ReadsFeatures(), "augmentation.redshift", augmentation.Redshift, "0 where feat is an input, since features would stay those of the old redshift");
        range.Require(augmentation.Cadence is >= 0 and < 1, "augmentation.cadence", augmentation.Cadence, "from 0 to below 1");
        range.Require(!augmentation.RareOnly || augmentation.Perturbs(), "augmentation.rare_only", augmentation.RareOnly, "false where no other key of augmentation is above 0");
        range.Require(augmentation is { FluxNoise: >= 0, FluxFactor: >= 0, TimeShift: >= 0, RedshiftNoise: >= 0 }, "augmentation", augmentation, "0 or more");
        range.Require(optimiser.FocalGamma >= 0, "optimiser.focal_gamma", optimiser.FocalGamma, "0 or more");
        range.Require(optimiser.EffectiveBeta is >= 0 and < 1, "optimiser.effective_beta", optimiser.EffectiveBeta, "from 0 to below 1");
        range.Require(optimiser.LogitAdjustment >= 0, "optimiser.logit_adjustment", optimiser.LogitAdjustment, "0 or more");
        range.Require(!batch.Balanced || optimiser.ClassWeights == ClassWeighting.None, "optimiser.class_weights", optimiser.ClassWeights, "none where batch.balanced is true, since all classes count alike there");
        range.Require(!batch.Balanced || optimiser.LogitAdjustment == 0, "optimiser.logit_adjustment", optimiser.LogitAdjustment, "0 where batch.balanced is true, since all classes are as frequent there");
        range.Require(stopping.Steps > 0, "stopping.steps", stopping.Steps, "1 or more");
        range.Require(stopping.EvaluateEvery > 0, "stopping.evaluate_every", stopping.EvaluateEvery, "1 or more");
        range.Require(stopping.Patience >= 0, "stopping.patience", stopping.Patience, "0 or more");
        return config;
    }
}
