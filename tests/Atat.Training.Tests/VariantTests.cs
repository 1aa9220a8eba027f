using Atat.Metrics;
using Atat.Networks;
using Atat.Training.Configuration;
using Atat.Training.Runs;

namespace Atat.Training.Tests;

/// <summary>Every switch of the configuration trains, and its run predicts what it predicted while it trained.</summary>
[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class VariantTests : IDisposable
{
    private static readonly TrainingConfig Small = Presets.Atat with
    {
        Network = new NetworkConfig { LightCurve = new TransformerShape(2, 8, 2), Tabular = new TransformerShape(2, 4, 2), Harmonics = 8, Period = 100 },
        Optimiser = new OptimiserConfig { LearningRate = 1e-2, WarmupSteps = 5, Averaging = 0.9 },
        Batch = new BatchConfig { Size = 32, MicroBatchTokens = 2048 },
        Stopping = new StoppingConfig { Steps = 60, EvaluateEvery = 20 },
    };

    private readonly string root = Directory.CreateTempSubdirectory("atat").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("optimiser.loss=focal")]
    [InlineData("optimiser.loss=focal", "optimiser.focal_gamma=0.5", "batch.balanced=false", "optimiser.class_weights=inverse")]
    [InlineData("batch.balanced=false", "optimiser.class_weights=effective", "optimiser.effective_beta=0.99")]
    [InlineData("batch.balanced=false", "optimiser.logit_adjustment=1")]
    [InlineData("network.positional=sinusoidal")]
    [InlineData("network.tabular_tokens=sequence")]
    [InlineData("data.quantile=false")]
    [InlineData("augmentation.redshift=0.1", "augmentation.cadence=0.3", "augmentation.flux_noise=0.3", "augmentation.rare_only=true")]
    public void ItLearnsAndItsRunPredictsTheSame(params string[] settings)
    {
        var (catalog, config) = (ToySurvey.Make(160, fallEvery: 4), ConfigFile.With(Small, settings));
        var folder = new RunFolder(Path.Combine(root, "run"));
        var outcome = Trainer.Run(config, catalog, folder, new TrainerOptions { Threads = 1 }, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(outcome.BestMacroF1, 0.85, 1);
        Assert.Equal(ConfigFile.Write(config), ConfigFile.Write(folder.ReadConfig()));
        var best = folder.ReadMetrics().MaxBy(m => m.ValidationMacroF1)!;
        var split = TrainingSplit.Of(catalog, 0);
        using var predictor = NetworkClassifier.Open(folder, new ClassifierOptions { Calibrated = false });
        var table = predictor.Predict(catalog, split.Validation, [double.PositiveInfinity], cancellation: TestContext.Current.CancellationToken);
        var truth = split.Validation.Select(i => split.Classes[i]).ToArray();
        Assert.Equal(best.ValidationLoss, truth.Select((t, i) => -Math.Log(table.Row(i)[t])).Average(), 1e-4);
        Assert.Equal(best.ValidationMacroF1, ConfusionMatrix.FromLabels(truth, ArgMax.OfRows<float>(table.Probabilities, 2), 2).MacroF1, 1e-9);
    }
}
