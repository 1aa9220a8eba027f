using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Networks;
using Atat.Training.Configuration;
using Atat.Training.Runs;

namespace Atat.Training.Tests;

[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class TrainerTests : IDisposable
{
    private static readonly TrainingConfig Small = Presets.Atat with
    {
        Window = new WindowConfig { Mta = true, Days = [8, 2048] },
        Network = new NetworkConfig { LightCurve = new TransformerShape(2, 8, 2), Tabular = new TransformerShape(2, 4, 2), Harmonics = 8, Period = 100 },
        Optimiser = new OptimiserConfig { LearningRate = 5e-3, WarmupSteps = 5, Averaging = 0.9 },
        Batch = new BatchConfig { Size = 32, MicroBatchTokens = 256 },
        Augmentation = new AugmentationConfig { DropObservations = 0.2, FluxNoise = 0.2 },
        Stopping = new StoppingConfig { Steps = 60, EvaluateEvery = 20 },
    };

    private readonly string root = Directory.CreateTempSubdirectory("atat").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("lc", "md")]
    [InlineData("lc")]
    [InlineData("md")]
    public void LearnsWhatCanBeLearned(params string[] inputs)
    {
        var outcome = Run(Small with { Inputs = inputs, Stopping = new StoppingConfig { Steps = 120, EvaluateEvery = 40 } }, ToySurvey.Make(120), Folder("run"), new TrainerOptions { Threads = 2 });
        Assert.Equal(120, outcome.Steps);
        Assert.InRange(outcome.BestMacroF1, 0.85, 1);
        Assert.Equal([40L, 80, 120], Folder("run").ReadMetrics().Select(l => l.Step));
    }

    [Fact]
    public void AResumedRunEndsAsOneNeverInterrupted()
    {
        var catalog = ToySurvey.Make(80);
        var options = new TrainerOptions { Threads = 1 };
        Run(Small, catalog, Folder("whole"), options);
        using var interrupt = new CancellationTokenSource();
        var first = Trainer.Run(Small, catalog, Folder("halves"), options, new Reporter(p =>
        {
            if (p.Step == 30)
            {
                interrupt.Cancel();
            }
        }), interrupt.Token);
        Assert.True(first.Interrupted);
        Assert.Equal(30, first.Steps);
        var second = Run(Small, catalog, Folder("halves"), options with { Resume = true });
        Assert.Equal(60, second.Steps);
        Assert.Equal(File.ReadAllBytes(Folder("whole").Last), File.ReadAllBytes(Folder("halves").Last));
        Assert.Equal(File.ReadAllBytes(Folder("whole").Best), File.ReadAllBytes(Folder("halves").Best));
    }

    [Fact]
    public void ACopiedRunFolderPredictsTheSame()
    {
        var catalog = ToySurvey.Make(80);
        var folder = Folder("run");
        Run(Small, catalog, folder);
        var rows = Enumerable.Range(0, catalog.Count).ToArray();
        double[] days = [1, 8, double.PositiveInfinity];
        using var predictor = NetworkClassifier.Open(folder, new ClassifierOptions());
        var expected = Predict(predictor, catalog, rows, days);
        var copy = Folder("copy");
        Directory.CreateDirectory(copy.Path);
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        }

        Directory.Delete(folder.Path, recursive: true);
        using var again = NetworkClassifier.Open(copy, new ClassifierOptions());
        var actual = Predict(again, catalog, rows, days);
        Assert.Equal(["Rise", "Fall"], actual.Classes);
        Assert.Equal(expected.ObjectIds, actual.ObjectIds);
        Assert.Equal(expected.Days, actual.Days);
        Assert.All(expected.Probabilities.Zip(actual.Probabilities), p => Assert.InRange(Math.Abs(p.First - p.Second), 0f, 1e-5f));
        for (var i = 0; i < actual.Count; i++)
        {
            Assert.Equal(1f, actual.Row(i).ToArray().Sum(), 1e-5f);
        }
    }

    [Fact]
    public void BandsAreMatchedByName()
    {
        var catalog = ToySurvey.Make(60);
        Run(Small with { Stopping = new StoppingConfig { Steps = 3, EvaluateEvery = 3 } }, catalog, Folder("run"));
        using var predictor = NetworkClassifier.Open(Folder("run"), new ClassifierOptions());
        var rows = new[] { 0, 1, 2 };
        var expected = Predict(predictor, catalog, rows, 2048).Probabilities;
        var unknown = catalog.WithSchema(catalog.Schema with { Passbands = [new Passband("g", 4800), new Passband("q", 6200)] });
        Assert.Contains("band 'q'", Assert.Throws<InputException>(() => Predict(predictor, unknown, rows, 2048)).Message, StringComparison.Ordinal);
        var swapped = catalog.WithSchema(catalog.Schema with { Passbands = [new Passband("r", 6200), new Passband("g", 4800)] });
        Assert.NotEqual(expected, Predict(predictor, swapped, rows, 2048).Probabilities);
    }

    // Two batches of a few micro-batches of six tensors each.
    private const int LiveAhead = 100;

    [Fact]
    public void LiveTensorsStayFlat()
    {
        var counts = new List<long>();
        Run(Small with { Stopping = new StoppingConfig { Steps = 120, EvaluateEvery = 120 } }, ToySurvey.Make(60), Folder("run"), act: _ =>
            counts.Add(TorchSharp.torch.Tensor.TotalCount));
        Assert.True(counts.Count >= 10);

        // The batches that are made ahead are more or fewer at any moment.
        Assert.InRange(counts[^2], counts[0] - LiveAhead, counts[0] + LiveAhead);
    }

    [Fact]
    public void TheTemperatureIsFittedKeptAndAppliedUnlessItIsNotWanted()
    {
        var (catalog, folder) = (ToySurvey.Make(80), Folder("run"));
        Run(Small with { Stopping = new StoppingConfig { Steps = 30, EvaluateEvery = 10 }, Window = new WindowConfig { Mta = true, Days = [8, 2048] } }, catalog, folder);
        var calibration = folder.ReadCalibration()!;
        Assert.InRange(calibration.Temperature, 0.5, 100);
        Assert.True(calibration.LogLossAfter <= calibration.LogLossBefore);
        Assert.Equal([8, 2048], calibration.Days!);
        Assert.Equal(folder.ReadMetrics().MaxBy(m => m.ValidationMacroF1)!.Step, calibration.Step);
        calibration = calibration with { Temperature = 3 };
        folder.Write(calibration);
        using var with = NetworkClassifier.Open(folder, new ClassifierOptions());
        using var without = NetworkClassifier.Open(folder, new ClassifierOptions { Calibrated = false });
        var (calibrated, own) = (with.Predict(catalog, [0, 1, 2], [2048]), without.Predict(catalog, [0, 1, 2], [2048]));
        for (var row = 0; row < 3; row++)
        {
            // Dividing two logits by T takes their odds to the power 1 / T.
            Assert.Equal(Math.Log(own.Row(row)[0] / own.Row(row)[1]) / calibration.Temperature, Math.Log(calibrated.Row(row)[0] / calibrated.Row(row)[1]), 1e-3);
        }

        File.WriteAllText(Path.Combine(folder.Path, "calibration.json"), "{}");
        Assert.Contains("calibration.json", Assert.Throws<InputException>(() => NetworkClassifier.Open(folder, new ClassifierOptions())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MistakesAreNamed()
    {
        var catalog = ToySurvey.Make(40);
        string Message(TrainingConfig config, Catalog data, RunFolder folder) =>
            Assert.Throws<InputException>(() => Run(config, data, folder)).Message;

        Assert.Contains("split it first", Message(Small, catalog.WithSplit(new Partition[40], new int[40]), Folder("a")), StringComparison.Ordinal);
        Assert.Contains("Fold 9 has 0", Message(Small with { Data = new DataConfig { ValidationFold = 9 } }, catalog, Folder("a")), StringComparison.Ordinal);
        Assert.Contains("no metadata column 'zz'", Message(Small with { Data = new DataConfig { Metadata = ["zz"] } }, catalog, Folder("a")), StringComparison.Ordinal);
        Assert.Contains("'fall'", Message(Small, catalog.WithSchema(catalog.Schema with { Taxonomy = Taxonomy.Flat(["rise"]) }), Folder("a")), StringComparison.Ordinal);
        Run(Small with { Stopping = new StoppingConfig { Steps = 1, EvaluateEvery = 1 } }, catalog, Folder("b"));
        Assert.Contains("already holds a run", Message(Small, catalog, Folder("b")), StringComparison.Ordinal);
        var other = Assert.Throws<InputException>(() => Run(Small, catalog, Folder("b"), new TrainerOptions { Resume = true, DataHash = "00" }));
        Assert.Contains("begun on other data", other.Message, StringComparison.Ordinal);
        Assert.Contains("not available here", Assert.Throws<InputException>(() => NetworkClassifier.Open(Folder("b"), new ClassifierOptions { Device = "cuda:99" })).Message, StringComparison.Ordinal);
        Assert.Contains("is not a run folder", Assert.Throws<InputException>(() => Folder("c").ReadInfo()).Message, StringComparison.Ordinal);
    }

    private static TrainingOutcome Run(TrainingConfig config, Catalog catalog, RunFolder folder, TrainerOptions? options = null, Action<TrainingProgress>? act = null) =>
        Trainer.Run(config, catalog, folder, options ?? new TrainerOptions(), act is null ? null : new Reporter(act), TestContext.Current.CancellationToken);

    private static PredictionTable Predict(NetworkClassifier predictor, Catalog catalog, int[] rows, params double[] days) =>
        predictor.Predict(catalog, rows, days, cancellation: TestContext.Current.CancellationToken);

    private RunFolder Folder(string name) => new(Path.Combine(root, name));

    private sealed class Reporter(Action<TrainingProgress> act) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => act(value);
    }
}
